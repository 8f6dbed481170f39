/// What the letters of a script sound like in names. Sounds are ASCII: small letters, and `C` for ch, `S` for
/// sh, `Z` for zh and j, `c` for ts. A letter of several sounds has them by how common they are.
struct NameLetters {
    /// Of each letter, or of two; an empty sound is silent.
    let sounds: [String: [String]]

    private init(_ table: String) {
        var sounds: [String: [String]] = [:]
        for entry in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
            sounds[String(parts[0])] = parts[1].split(separator: "|", omittingEmptySubsequences: false).map(
                String.init)
        }
        self.sounds = sounds
    }

    static let cyrillic = NameLetters(
        """
        а:a б:b в:v г:g д:d е:e ё:io ж:Z з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:c ч:C ш:S щ:S ъ: ы:i
        ь: э:e ю:iu я:ia і:i ї:i є:e ґ:g ј:i љ:l њ:n ћ:C ђ:Z џ:Z ў:u ә:a ғ:g қ:k ң:n ө:o ү:u ұ:u һ:h дж:Z чж:Z дз:z цз:z
        """)
    static let arabic = NameLetters(
        """
        ا:a| ب:b|p ت:t ث:t|s ج:Z|g ح:h خ:h د:d ذ:d|z ر:r ز:z س:s ش:S ص:s ض:d ط:t ظ:z|d ع:a| غ:g ف:f|p ق:k|g ك:k|g ل:l م:m ن:n
        ه:h و:u|v ي:i ى:a ة:a ء: أ:a إ:i آ:a ئ:i ؤ:u پ:p چ:C ژ:Z گ:g ڤ:v ک:k ی:i تش:C تس:c دج:Z
        """)
    static let hebrew = NameLetters(
        """
        א:a| ב:b|v ג:g ד:d ה:h|a ו:v|u|o ז:z ח:h ט:t י:i כ:k|h ך:k|h ל:l מ:m ם:m נ:n ן:n ס:s ע:a| פ:p|f ף:f|p צ:c ץ:c ק:k ר:r ש:S|s
        ת:t ג':Z ג׳:Z ז':Z ז׳:Z צ':C צ׳:C ץ':C ץ׳:C וו:v|u יי:i
        """)
    static let armenian = NameLetters(
        """
        ա:a բ:b գ:g դ:d ե:e զ:z է:e ը:e թ:t ժ:Z ի:i լ:l խ:h ծ:c կ:k հ:h ձ:z ղ:g ճ:C մ:m յ:i|h ն:n շ:S ո:o չ:C պ:p ջ:Z ռ:r ս:s վ:v
        տ:t ր:r ց:c ւ:u փ:p ք:k օ:o ֆ:f և:ev ու:u
        """)
    static let georgian = NameLetters(
        """
        ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:Z რ:r ს:s ტ:t უ:u ფ:p|f ქ:k ღ:g ყ:k შ:S ჩ:C ც:c ძ:z წ:c ჭ:C ხ:h
        ჯ:Z ჰ:h
        """)
    static let greek = NameLetters(
        """
        α:a β:v γ:g δ:d ε:e ζ:z η:i θ:t ι:i κ:k λ:l μ:m ν:n ξ:ks ο:o π:p ρ:r σ:s ς:s τ:t υ:i φ:f χ:h ψ:ps ω:o αι:e ει:i οι:i ου:u αυ:af|av
        ευ:ef|ev μπ:b|mb|mp ντ:d|nd|nt γκ:g|ng γι:gi|i γε:ge|ie γγ:ng τσ:c|C τζ:Z|z
        """)
}

/// A script that names are written in.
package enum NameScript: Sendable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, georgian

    /// The script of a letter; Latin for those of none of the others.
    init(_ scalar: UInt32) {
        self =
            switch scalar {
            case 0x370...0x3FF: .greek
            case 0x400...0x52F: .cyrillic
            case 0x530...0x58F: .armenian
            case 0x590...0x5FF: .hebrew
            case 0x600...0x6FF: .arabic
            case 0x10A0...0x10FF: .georgian
            default: .latin
            }
    }

    /// Whether short vowels are not written.
    package var isAbjad: Bool { self == .arabic || self == .hebrew }

    /// Nil of Latin, whose letters sound by language.
    var letters: NameLetters? {
        switch self {
        case .latin: nil
        case .greek: .greek
        case .cyrillic: .cyrillic
        case .armenian: .armenian
        case .hebrew: .hebrew
        case .arabic: .arabic
        case .georgian: .georgian
        }
    }
}
