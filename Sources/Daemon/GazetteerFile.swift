import Configuration
import Facts
import Folders

/// The gazetteer of this installation, mapped once: `TOCSIN_GAZETTEER`, or where the package puts it, or
/// `data/` of the tree that this program was built in. Empty when there is none: then no place is known.
let sharedGazetteer: Gazetteer = {
    var places = [System.environment("TOCSIN_GAZETTEER"), "/usr/share/tocsin/gazetteer.bin"].compactMap { $0 }
    var folder = System.ownPath.split(separator: "/").dropLast()
    while places.count < 8, !folder.isEmpty {
        places.append(folder.reduce("") { $0 + "/" + $1 } + "/data/gazetteer.bin")
        folder = folder.dropLast()
    }
    for place in places {
        if let bytes = mapFile(place), let gazetteer = Gazetteer(bytes) { return gazetteer }
    }
    return .empty
}()

/// The same with the names of the configuration, where there is one that can be used: what reads articles or
/// queries outside of the service then calls things as the service does.
func configuredGazetteer(_ arguments: Arguments) -> Gazetteer {
    // Watchlists hold no names, and may be long.
    let files = configurationFiles(configFolder(arguments)).filter { !$0.isWatchlist }
    let (settings, complaints) = readSettings(files, secrets: { _ in .notVerifiableHere })
    if let settings { return sharedGazetteer.knowing(settings.names) }
    if let folder = arguments.values["--config"] {
        for complaint in complaints where complaint.severity == .error {
            System.print(complaint.text + "\n", to: 2)
        }
        System.print("tocsin: the names of \(folder) are not known here; mend the configuration\n", to: 2)
    }
    return sharedGazetteer
}
