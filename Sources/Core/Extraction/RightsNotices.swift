import Model
import Text

/// What stands at the end of an agency's text about whose it is, `© 2026 … All rights reserved. This material
/// may not be published …`, is credit and no text of the article: it is the same under all of them.
func creditNotices(in article: inout Article) {
    let body = article.paragraphs.indices.filter { article.paragraphs[$0].zone == .body }
    for index in body.dropFirst().suffix(noticesAtEnd) {
        let span = article.paragraphs[index].span
        guard span.count <= longestNotice, rights.end(in: article.text[span.start..<span.end]) != nil
        else { continue }
        article.paragraphs[index].zone = .credit
    }
}

/// Paragraphs from the last on among which a notice is looked for.
private let noticesAtEnd = 3

/// Bytes of a notice; a longer paragraph is about rights.
private let longestNotice = 800

/// What is said of nothing but a text.
private let rights = Beginnings([
    "all rights reserved", "©", "(c) copyright", "material may not be published",
    "may not be republished", "without prior written permission", "without written permission",
    "republished with permission", "published under licence", "published under license",
    "tous droits réservés", "alle rechte vorbehalten", "todos los derechos reservados",
    "todos os direitos reservados", "tutti i diritti riservati", "alle rechten voorbehouden",
    "wszelkie prawa zastrzeżone", "все права защищены", "всі права захищені", "tüm hakları saklıdır",
    "bütün hüquqlar qorunur", "բոլոր իրավունքները պաշտպանված են", "ყველა უფლება დაცულია",
    "جميع الحقوق محفوظة",
])
