import Model
import Text

/// Which of several places of one name is meant: `Niger` is a country and a state of Nigeria, `Valencia` lies
/// in Spain and in Venezuela.
extension EntityRules {
    /// Gives each place that was found the reading that the article speaks for.
    mutating func resolvePlaces() {
        countries = countriesSpokenOf()
        for index in found.indices where found[index].kind == .place {
            let one = found[index]
            guard let record = resolved(one.first, one.last, one.record), record != one.record else {
                continue
            }
            found[index].record = record
            guard one.rule == "place.country" || one.rule == "place.admin" else { continue }
            let isCountry = hit(one.first, one.last, [.country])?.record == record
            found[index].rule = isCountry ? "place.country" : "place.admin"
            found[index].confidence = isCountry ? .sure : .likely
        }
    }

    private func countriesSpokenOf() -> [UInt16: Int] {
        var out: [UInt16: Int] = [:]
        for one in found where one.kind == .place || one.kind == .demonym {
            guard let record = one.record, gazetteer.country(record) != 0 else { continue }
            let readings = hits[one.first]?.filter {
                $0.last == one.last && kindsOfPlaces.contains($0.kind)
            }
            let isCountry = readings?.contains { $0.kind == .country && $0.record == record } ?? false
            if isCountry || Set((readings ?? []).map { gazetteer.country($0.record) }).count < 2 {
                out[gazetteer.country(record), default: 0] += 1
            }
        }
        return out
    }

    /// Of the readings of just this stretch the one that is meant; what was found before, where it has no
    /// other.
    mutating func resolved(_ first: Int, _ last: Int, _ record: Int?) -> Int? {
        if let record, record >= Gazetteer.firstKnown { return record }
        let (city, admin) = (hit(first, last, [.city]), hit(first, last, [.admin]))
        if let country = hit(first, last, [.country]), !isForeign(country.record) {
            guard let admin, gazetteer.country(admin.record) != gazetteer.country(country.record) else {
                return country.record
            }
            return isProvince(admin, first, besides: country) ? admin.record : country.record
        }
        if let region = hit(first, last, [.region]) {
            guard let record, !isRather(region, than: record) else { return region.record }
            return record
        }
        guard let city, let admin else { return record ?? admin?.record ?? city?.record }
        if gazetteer.country(city.record) == gazetteer.country(admin.record) {
            // A capital rather than its district.
            let isCapital = gazetteer.weight(city.record).flags.contains(.capital)
            return isCapital ? city.record : record ?? admin.record
        }
        let (ofCity, ofAdmin) = (
            countries[gazetteer.country(city.record), default: 0],
            countries[gazetteer.country(admin.record), default: 0]
        )
        if ofCity != ofAdmin { return ofCity > ofAdmin ? city.record : admin.record }
        return isRather(city, than: admin, first) ? city.record : admin.record
    }

    /// Whether a region is meant, and not the province or town of another country: Gaza is none of Mozambique
    /// unless that is spoken of, and the Red Sea is the sea in Sudan too.
    private func isRather(_ region: Hit, than other: Int) -> Bool {
        let (home, place) = (gazetteer.country(region.record), gazetteer.country(other))
        guard other != region.record, home != place else { return false }
        let kind = gazetteer.record(region.record)?.within ?? ""
        if EntityRules.waters.contains(kind) { return true }
        let (ofRegion, ofPlace) = (countries[home, default: 0], countries[place, default: 0])
        return ofPlace == 0 || home != 0 && ofRegion >= ofPlace
    }

    private static let waters: WordSet = ["sea", "ocean", "strait"]

    /// Whether a town is more often meant than a province elsewhere. Most people mean Spain's Valencia,
    /// though Venezuela's is larger.
    private func isRather(_ city: Hit, than admin: Hit, _ first: Int) -> Bool {
        let (size, flags) = gazetteer.weight(city.record)
        guard size >= 7 || flags.contains(.capital), size > gazetteer.weight(admin.record).size,
            lower(first) != "valencia", let name = gazetteer.record(city.record)?.canonical
        else { return false }
        // `Vienne` of French is rather Austria's.
        if !isEnglish, flags.isSuperset(of: [.capital, .notable]) { return true }
        func plain(_ text: String) -> [String] {
            let list = Tokenizer.words(text)
            return list.tokens.indices.map { list.plain($0) }
        }
        return plain(name) == plain(words(first, city.last))
    }

    /// `the Amazon`, `Peruvian Amazon`, `Amazon tribes`: not the firm of that name.
    func isForest(_ at: Int) -> Bool {
        lower(at - 1) == "the" || demonym(at - 1) != nil || EntityRules.quarters.contains(lower(at - 1))
            || isAmong(.placeNouns, at + 1) || EntityRules.ofForests.contains(lower(at + 1))
    }

    private static let ofForests: WordSet = [
        "rainforest", "rainforests", "jungle", "deforestation", "countries", "tribe", "tribes", "fires",
        "fire", "soil", "people", "peoples", "indigenous", "forests", "dieback", "wildfires", "biome",
        "nations", "communities", "states",
    ]

    /// `Java` and `Meta` where nothing speaks of Indonesia or Colombia, the `DC` of a battery: no places.
    func isThing(_ at: Int) -> Bool {
        if lower(at) == "dc", !tokens[at].isDotted {
            return lower(at - 1) != "washington" && lower(at - 2) != "washington" && !isPlaceContext(at, at)
                && !["mayor", "council", "metro", "police", "residents"].contains(lower(at + 1))
        }
        return things.contains(lower(at))
    }

    /// Names of both kinds that stand in an article which says nothing of where the place lies.
    mutating func findThings() {
        var seen = SeenWords()
        for at in tokens.indices where hits[at] != nil {
            guard let others = EntityRules.neighbours[lower(at)], seen.insert(lower(at)) else {
                continue
            }
            if !tokens.contains(where: { others.contains($0.lower) }) { things.insert(lower(at)) }
        }
    }

    /// Finds letters in brackets behind a name that they are the letters of, which is not the one that lists
    /// have.
    mutating func findRedefined() {
        for at in tokens.indices.dropFirst(3) where tokens[at].isAllCapitals && lower(at - 1) == "(" {
            let letters = Array(lower(at).utf8)
            guard lower(at + 1) == ")", (2...6).contains(letters.count), isTogether(at, at - 2),
                let hit = hits[at]?.first(where: { $0.kind == .organisation && $0.last == at })
            else { continue }
            var (first, left) = (at - 1, letters.count)
            while left > 0, first > 0, isTogether(at, first - 1) {
                first -= 1
                if isCapital(first), lower(first).utf8.first == letters[left - 1] {
                    left -= 1
                } else if isCapital(first) || tokens[first].lower.utf8.count > 3 {
                    break
                }
            }
            guard left == 0, gazetteer.record(hit.record)?.canonical.lowercased() != words(first, at - 2)
            else {
                continue
            }
            redefined[lower(at)] = text.article.string(text.span(first, at - 2)).oneLine
        }
    }

    private static let neighbours: [String: Set<String>] = [
        "java": [
            "indonesia", "indonesian", "indonesians", "jakarta", "sumatra", "bali", "javanese", "surabaya",
            "yogyakarta", "bandung", "borneo", "sulawesi", "island",
        ],
        "meta": ["colombia", "colombian", "colombians", "bogotá", "bogota", "villavicencio"],
    ]

    /// Whether a name means a province of another country, as in `Atlanta, Georgia`: behind one of its towns,
    /// or in an article that names two other provinces of there, and nothing of the country.
    private mutating func isProvince(_ province: Hit, _ at: Int, besides country: Hit) -> Bool {
        let (home, other) = (gazetteer.country(province.record), gazetteer.country(country.record))
        if lower(at - 1) == ",", isTogether(at, at - 2) {
            for first in max(0, at - 4)..<(at - 1) {
                let isTown = hits[first]?.contains { town in
                    town.kind == .city && town.last == at - 2 && gazetteer.country(town.record) == home
                }
                if isTown == true { return true }
            }
        }
        if let known = provinces[province.record] { return known }
        let isMeant = isSpokenOf(home, besides: other, but: lower(at))
        provinces[province.record] = isMeant
        return isMeant
    }

    /// Whether an article names two provinces of one country besides a name, and nothing of the other.
    private func isSpokenOf(_ home: UInt16, besides other: UInt16, but name: String) -> Bool {
        var kin: Set<String> = []
        for index in tokens.indices where lower(index) != name {
            for reading in hits[index] ?? [] {
                let place = gazetteer.country(reading.record)
                let (size, flags) = gazetteer.weight(reading.record)
                let isLarge = reading.kind == .city && (size > 4 || flags.contains(.capital))
                if place == other, reading.kind == .demonym || isLarge { return false }
                if place == home, reading.kind == .admin, !traits[index].contains(.word),
                    !["washington", "new"].contains(lower(index))
                {
                    kin.insert(lower(index))
                }
            }
        }
        return kin.count > 1
    }
}

private let kindsOfPlaces: Set<Gazetteer.Kind> = [.city, .admin, .country, .region]
