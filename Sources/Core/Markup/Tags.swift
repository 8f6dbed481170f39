/// The elements of HTML that pages have most, each a bit: the one of its name's number in the tree of a page, so
/// that no text is compared to know what an element is.
public struct Tags: OptionSet, Sendable {
    public let rawValue: UInt64

    @inlinable
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    public static let html = Tags(rawValue: 1 << 2)
    public static let body = Tags(rawValue: 1 << 3)
    public static let p = Tags(rawValue: 1 << 4)
    public static let a = Tags(rawValue: 1 << 5)
    public static let br = Tags(rawValue: 1 << 6)
    public static let span = Tags(rawValue: 1 << 7)
    public static let div = Tags(rawValue: 1 << 8)
    public static let li = Tags(rawValue: 1 << 9)
    public static let article = Tags(rawValue: 1 << 10)
    public static let section = Tags(rawValue: 1 << 11)
    public static let main = Tags(rawValue: 1 << 12)
    public static let header = Tags(rawValue: 1 << 13)
    public static let form = Tags(rawValue: 1 << 14)
    public static let button = Tags(rawValue: 1 << 15)
    public static let input = Tags(rawValue: 1 << 16)
    public static let noscript = Tags(rawValue: 1 << 17)
    public static let script = Tags(rawValue: 1 << 18)
    public static let td = Tags(rawValue: 1 << 19)
    public static let th = Tags(rawValue: 1 << 20)
    public static let tr = Tags(rawValue: 1 << 21)
    public static let h1 = Tags(rawValue: 1 << 22)
    public static let h2 = Tags(rawValue: 1 << 23)
    public static let h3 = Tags(rawValue: 1 << 24)
    public static let h4 = Tags(rawValue: 1 << 25)
    public static let h5 = Tags(rawValue: 1 << 26)
    public static let h6 = Tags(rawValue: 1 << 27)
    public static let img = Tags(rawValue: 1 << 28)
    public static let time = Tags(rawValue: 1 << 29)
    public static let title = Tags(rawValue: 1 << 30)
    public static let meta = Tags(rawValue: 1 << 31)
    public static let link = Tags(rawValue: 1 << 32)

    /// The names that every tree of HTML begins with, by their numbers: those of text and of the whole page, those
    /// of the bits above, and others that most pages have.
    static let names: [String] = {
        let named = """
            html body p a br span div li article section main header form button input noscript script td th tr
            h1 h2 h3 h4 h5 h6 img time title meta link
            """
        let others = """
            head style ul ol footer nav aside table tbody em strong b i svg path figure figcaption label iframe
            option small use
            """
        return ["", "#document"] + (named + " " + others).split { $0 == " " || $0 == "\n" }.map(String.init)
    }()
}
