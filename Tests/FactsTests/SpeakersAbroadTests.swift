import Facts
import Model
import Testing
import Text

/// Who speaks in other languages than English where a pronoun, a verb alone or a dash says it.
struct SpeakersAbroadTests {
    @Test(arguments: [
        ("fr", "Marie Durand est venue. « Nous sommes prêts à partir demain », déclare-t-elle.",
         ["elle is Marie Durand"]),
        ("fr", "Paul Durand est venu. \"Nous sommes prêts à partir demain\", a-t-il déclaré à la presse.",
         ["il is Paul Durand"]),
        ("fr", "Paul Durand est venu. \"Nous sommes prêts à partir demain\", dit-il. \"Il faut partir\", a ajouté Paul Durand. \"C'est fini\", ajoute-t-on au ministère.",
         ["il is Paul Durand", "Paul Durand is Paul Durand", "on is -"]),
        ("es", "Ana Ruiz llegó. «Estamos listos para salir mañana», dijo. \"No hay nada que hacer aquí\", añadió ella.",
         ["- is Ana Ruiz", "ella is Ana Ruiz"]),
        ("it", "Anna Rossi è arrivata. «Siamo pronti a partire domani», ha detto. \"Non c'è niente da fare qui\", ha aggiunto Rossi.",
         ["- is Anna Rossi", "Rossi is Anna Rossi"]),
        ("pt", "Ana Silva chegou. \"Estamos prontos para partir amanhã\", disse ela. \"Não há nada a fazer aqui\", acrescentou.",
         ["ela is Ana Silva", "- is Ana Silva"]),
        ("de", "Anna Roth kam. „Wir sind bereit, morgen zu gehen“, sagte sie. „Es ist vorbei“, so die Ministerin.",
         ["sie is Anna Roth", "die Ministerin is -"]),
        ("ru", "Анна Иванова приехала. «Мы готовы уехать завтра», — сказала она. «Всё кончено», — добавил министр.",
         ["она is Анна Иванова"]),
        ("nl", "Anna Jansen kwam. \"We zijn klaar om morgen te gaan\", zei ze. \"Het is voorbij\", aldus Jansen.",
         ["ze is Anna Jansen", "Jansen is Anna Jansen"]),
        ("pl", "Anna Kowalska przyjechała. \"Jesteśmy gotowi wyjechać jutro\" - powiedziała. - To koniec tej sprawy - dodała Kowalska.",
         ["- is Anna Kowalska"]),
        ("sv", "Anna Svensson kom. ”Vi är redo att åka i morgon”, säger hon. – Det är över nu, säger Svensson.",
         ["hon is Anna Svensson"]),
        ("tr", "Ayşe Yılmaz geldi. \"Yarın gitmeye hazırız\" dedi. Yılmaz, \"Her şey bitti artık\" diye konuştu.",
         ["- is Ayşe Yılmaz", "Yılmaz is Ayşe Yılmaz"]),
        ("uk", "Анна Іванова приїхала. «Ми готові поїхати завтра», — сказала вона.",
         ["вона is Анна Іванова"]),
        ("cs", "Anna Nováková přijela. „Jsme připraveni zítra odjet,“ řekla. „Je konec,“ dodala Nováková.",
         ["- is Anna Nováková", "Nováková is Anna Nováková"]),
        ("ro", "Ana Popescu a venit. „Suntem gata să plecăm mâine”, a spus ea. „S-a terminat totul”, a adăugat Popescu.",
         ["ea is Ana Popescu", "Popescu is Ana Popescu"]),
        ("hu", "Kovács Anna megérkezett. „Készen állunk arra, hogy holnap induljunk” – mondta. „Vége van mindennek” – tette hozzá Kovács.",
         ["- is Kovács Anna"]),
        ("fi", "Anna Virtanen saapui. ”Olemme valmiita lähtemään huomenna”, hän sanoi. ”Kaikki on nyt ohi”, Virtanen sanoi.",
         ["hän is Anna Virtanen", "Virtanen is Anna Virtanen"]),
        ("da", "Anna Jensen kom. \"Vi er klar til at tage af sted i morgen\", siger hun. \"Det er slut nu\", siger Anna Jensen.",
         ["hun is Anna Jensen", "Anna Jensen is Anna Jensen"]),
        ("el", "Η Άννα Παπαδοπούλου έφτασε. «Είμαστε έτοιμοι να φύγουμε αύριο», είπε η ίδια. «Όλα τελείωσαν εδώ», πρόσθεσε η Παπαδοπούλου.",
         ["η ίδια is Άννα Παπαδοπούλου", "η Παπαδοπούλου is Άννα Παπαδοπούλου"]),
        ("bg", "Анна Иванова пристигна. „Готови сме да тръгнем утре“, каза тя. „Всичко свърши“, добави Иванова.",
         ["тя is Анна Иванова", "Иванова is Анна Иванова"]),
        ("az", "Anna Quliyeva gəldi. \"Biz sabah getməyə hazırıq\", - o dedi. Quliyeva \"hər şey bitdi\" deyib.",
         ["o is Anna Quliyeva", "Quliyeva is Anna Quliyeva"]),
        ("hy", "Աննա Պետրոսյանը եկավ։ «Մենք պատրաստ ենք վաղը մեկնել»,- ասաց նա։ «Ամեն ինչ ավարտվեց»,- ավելացրեց Պետրոսյանը։",
         ["նա is Աննա Պետրոսյան", "Պետրոսյանը is Աննա Պետրոսյան"]),
        ("ka", "ანა პეტრიაშვილი მოვიდა. „ჩვენ მზად ვართ ხვალ წასასვლელად“, - თქვა მან. „ყველაფერი დასრულდა“, - განაცხადა პეტრიაშვილმა.",
         ["მან is ანა პეტრიაშვილი", "პეტრიაშვილმა is ანა პეტრიაშვილი"]),
        ("fa", "آنا رضایی آمد. او گفت: «ما آماده‌ایم فردا برویم». رضایی افزود: «همه چیز تمام شد».",
         ["او is آنا رضایی", "رضایی is آنا رضایی"]),
        ("sv", "Anna Svensson kom.\n\n– Vi är redo. Det är över nu, säger Anna Svensson till TT.\n\n– Vi åker i morgon, säger hon.",
         ["Anna Svensson is Anna Svensson", "hon is Anna Svensson"]),
        ("pl", "Anna Kowalska przyjechała.\n\n- Jesteśmy gotowi wyjechać - powiedziała Kowalska. - To koniec tej sprawy.",
         ["Kowalska is Anna Kowalska"]),
        ("ru", "Анна Иванова приехала.\n\n— Мы готовы уехать завтра, — сказала Иванова. — Всё кончено.\n\n- Первый пункт списка, второй",
         ["Иванова is Анна Иванова"]),
        ("fr", "Paul Durand est venu.\n\n— Nous sommes prêts à partir, déclare Paul Durand.",
         ["Paul Durand is Paul Durand"]),
        ("fi", "Anna Virtanen saapui.\n\n– Olemme valmiita lähtemään, Virtanen sanoo.",
         ["Virtanen is Anna Virtanen"]),
        ("no", "Anna Jensen kom.\n\n– Vi er klare til å dra, sier Anna Jensen til NTB.",
         ["Anna Jensen is Anna Jensen"]),
        ("es", "Alberto González Amador llegó. «Estamos listos para salir mañana», dijo González Amador.",
         ["González Amador is Alberto González Amador"]),
        ("no", "«Vi er klare til å dra i morgen», uttalte aktor Anna Jensen.",
         ["aktor Anna Jensen is Anna Jensen"]),
    ])
    func `whom a pronoun, a verb or a dash lets speak`(language: String, text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text, language: language)
        let said = facts.quotes.filter { $0.kind != .fragment }.map { quote in
            let name = quote.referent.map { facts.mentions[$0.mention].canonical }
            return "\(quote.speaker.map { article.string($0).oneLine } ?? "-") is \(name ?? "-")"
        }
        #expect(said == expected)
    }

    @Test(arguments: [
        ("sv", "Anna Svensson kom.\n\n– Vi är redo. Det är över nu, säger Anna Svensson till TT.", ["Vi är redo. Det är över nu"]),
        ("pl", "Anna Kowalska przyjechała.\n\n- Jesteśmy gotowi - powiedziała Kowalska. - To koniec.", ["Jesteśmy gotowi", "To koniec."]),
        ("no", "Anna Jensen kom.\n\nHan er skyldig, sa Anna Jensen, og fortsatte:\n\n– Vi er «klare» til å dra i morgen.", ["Vi er «klare» til å dra i morgen."]),
        ("ru", "Анна Иванова приехала.\n\n- Первый пункт списка, второй", []), ("fr", "Marie est venue.\n\n- Le pain, le vin, les fruits", []),
    ])
    func `what is said behind a dash ends where it is reported`(language: String, text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text, language: language)
        #expect(facts.quotes.flatMap(\.parts).map(article.string) == expected)
    }
}
