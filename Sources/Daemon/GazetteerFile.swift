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
