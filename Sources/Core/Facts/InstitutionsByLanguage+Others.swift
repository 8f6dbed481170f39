/// The same of further languages.
extension Institutions {
    static let further: [String: String] = [
        "bg": """
        Ministry of Foreign Affairs: министерство(то) на външните работи|външно министерство
         |външното министерство|^мвнр
        Ministry of Defence: министерство(то) на отбраната|^мо|военно министерство|военното министерство
        Ministry of Internal Affairs: министерство(то) на вътрешните работи|вътрешно министерство
         |вътрешното министерство|^мвр
        Ministry of Finance: министерство(то) на финансите|финансово министерство|финансовото министерство
        Ministry of Justice: министерство(то) на правосъдието
        Ministry of Economy: министерство(то) на икономиката
        Ministry of Health: министерство(то) на здравеопазването|здравно министерство
         |здравното министерство
        Ministry of Education: министерство(то) на образованието
        Ministry of Energy: министерство(то) на енергетиката
        Ministry of Transport: министерство(то) на транспорта
        Ministry of Culture: министерство(то) на културата
        Ministry of Agriculture: министерство(то) на земеделието
        Prosecutor General's Office: главна прокуратура|главната прокуратура
        General Staff: генерален щаб|генералния щаб|генералният щаб
        Supreme Court: върховен съд|върховния съд|върховният съд
        Constitutional Court: конституционен съд|конституционния съд|конституционният съд
        Central Bank: централна банка|централната банка
        """,
        "cs": """
        Ministry of Foreign Affairs: ministerstv* zahraničních věcí|ministerstv* zahraničí|^mzv
        Ministry of Defence: ministerstv* obrany
        Ministry of Internal Affairs: ministerstv* vnitra
        Ministry of Finance: ministerstv* financí
        Ministry of Justice: ministerstv* spravedlnosti
        Ministry of Economy: ministerstv* hospodářství
        Ministry of Health: ministerstv* zdravotnictví
        Ministry of Education: ministerstv* školství
        Ministry of Energy: ministerstv* energetiky
        Ministry of Transport: ministerstv* dopravy
        Ministry of Culture: ministerstv* kultury
        Ministry of Agriculture: ministerstv* zemědělství
        Prosecutor General's Office: generální prokuratur*
        General Staff: generální štáb(u,em)|generálního štábu
        Supreme Court: ^nejvyšší* soud(u,em)
        Constitutional Court: ^ústavní* soud(u,em)
        Central Bank: centrální* bank(a,y,u,ou)|centrální* bance
        """,
        "da": danish, "no": danish, "nb": danish, "nn": danish,
        "sv": """
        Ministry of Foreign Affairs: utrikesdepartement(et,ets)|utrikesministerium|utrikesministeriet(s)
        Ministry of Defence: försvarsdepartement(et,ets)|försvarsministerium|försvarsministeriet(s)
        Ministry of Internal Affairs: inrikesdepartement(et,ets)|inrikesministerium|inrikesministeriet(s)
        Ministry of Finance: finansdepartement(et,ets)|finansministerium|finansministeriet(s)
        Ministry of Justice: justitiedepartement(et,ets)|justitieministerium|justitieministeriet(s)
        Ministry of Economy: ekonomidepartement(et,ets)|ekonomiministerium|ekonomiministeriet(s)
        Ministry of Health: hälsodepartement(et,ets)|hälsoministerium|hälsoministeriet(s)
        Ministry of Education: utbildningsdepartement(et,ets)|utbildningsministerium
         |utbildningsministeriet(s)
        Ministry of Energy: energidepartement(et,ets)|energiministerium|energiministeriet(s)
        Ministry of Culture: kulturdepartement(et,ets)|kulturministerium|kulturministeriet(s)
        Supreme Court: ^högsta domstolen(s)
        Security Council: säkerhetsråd(et,ets)
        Constitutional Court: författningsdomstol(en,ens)
        Central Bank: centralbank(en,ens)
        """,
        "el": """
        Ministry of Foreign Affairs: υπουργεί* εξωτερικών|^υπεξ
        Ministry of Defence: υπουργεί* εθνικής άμυνας|υπουργεί* άμυνας
        Ministry of Internal Affairs: υπουργεί* εσωτερικών
        Ministry of Finance: υπουργεί* οικονομικών
        Ministry of Justice: υπουργεί* δικαιοσύνης
        Ministry of Economy: υπουργεί* οικονομίας
        Ministry of Health: υπουργεί* υγείας
        Ministry of Education: υπουργεί* παιδείας
        Ministry of Energy: υπουργεί* ενέργειας
        Ministry of Transport: υπουργεί* μεταφορών
        Ministry of Culture: υπουργεί* πολιτισμού
        Ministry of Agriculture: υπουργεί* γεωργίας
        Prosecutor General's Office: γενικ* εισαγγελία*
        General Staff: γενικ* επιτελεί*
        Armed Forces: ένοπλες δυνάμεις|ενόπλων δυνάμεων
        Supreme Court: ^ανώτατ* δικαστήρι*
        Constitutional Court: συνταγματικ* δικαστήρι*
        Central Bank: κεντρική τράπεζα|κεντρικής τράπεζας
        """,
        "fi": """
        Ministry of Foreign Affairs: ulkoministeriö*|ulkoasiainministeriö*
        Ministry of Defence: puolustusministeriö*
        Ministry of Internal Affairs: sisäministeriö*
        Ministry of Finance: valtiovarainministeriö*
        Ministry of Justice: oikeusministeriö*
        Ministry of Economy: talousministeriö*
        Ministry of Health: terveysministeriö*
        Ministry of Education: opetusministeriö*
        Ministry of Energy: energiaministeriö*
        Ministry of Culture: kulttuuriministeriö*
        General Staff: yleisesikunta*|yleisesikunna*
        Security Council: turvallisuusneuvosto*
        Constitutional Court: perustuslakituomioistui*
        Central Bank: keskuspank*
        """,
        "he": """
        Ministry of Foreign Affairs: משרד החוץ
        Ministry of Defence: משרד ההגנה|משרד הביטחון|משרד הבטחון
        Ministry of Internal Affairs: משרד הפנים
        Ministry of Finance: משרד האוצר
        Ministry of Justice: משרד המשפטים
        Ministry of Economy: משרד הכלכלה
        Ministry of Health: משרד הבריאות
        Ministry of Education: משרד החינוך
        Ministry of Energy: משרד האנרגיה
        Ministry of Transport: משרד התחבורה
        Ministry of Culture: משרד התרבות
        Ministry of Agriculture: משרד החקלאות
        Armed Forces @IL: צה"ל
        Supreme Court: בית המשפט העליון
        Central Bank: הבנק המרכזי|בנק מרכזי
        """,
        "hu": """
        Ministry of Foreign Affairs: külügyminisztérium*|külügyi tárca*
        Ministry of Defence: védelmi minisztérium*|honvédelmi minisztérium*|védelmi tárca*
        Ministry of Internal Affairs: belügyminisztérium*
        Ministry of Finance: pénzügyminisztérium*
        Ministry of Justice: igazságügyi minisztérium*
        Ministry of Economy: gazdasági minisztérium*
        Ministry of Health: egészségügyi minisztérium*
        Ministry of Education: oktatási minisztérium*
        Ministry of Energy: energiaügyi minisztérium*
        Prosecutor General's Office: legfőbb ügyészség*|főügyészség*
        General Staff: vezérkar*
        Supreme Court: legfelsőbb bíróság*
        Constitutional Court: alkotmánybíróság*
        Central Bank: jegybank*|központi bank*
        """,
        "ro": """
        Ministry of Foreign Affairs: ministerul(ui) ~ al afacerilor externe
         |ministerul(ui) ~ de externe|ministerul(ui) afacerilor externe|^mae
        Ministry of Defence: ministerul(ui) ~ al apărării naționale|ministerul(ui) ~ al apărării
         |ministerul(ui) apărării naționale|ministerul(ui) apărării|^mapn
        Ministry of Internal Affairs: ministerul(ui) ~ al afacerilor interne|ministerul(ui) ~ de interne
         |ministerul(ui) afacerilor interne|^mai
        Ministry of Finance: ministerul(ui) ~ al finanțelor|ministerul(ui) ~ de finanțe
         |ministerul(ui) finanțelor
        Ministry of Justice: ministerul(ui) ~ al justiției|ministerul(ui) justiției
        Ministry of Economy: ministerul(ui) ~ al economiei|ministerul(ui) economiei
        Ministry of Health: ministerul(ui) ~ al sănătății|ministerul(ui) sănătății
        Ministry of Education: ministerul(ui) ~ al educației|ministerul(ui) educației
        Ministry of Energy: ministerul(ui) ~ al energiei|ministerul(ui) energiei
        Ministry of Transport: ministerul(ui) ~ al transporturilor|ministerul(ui) transporturilor
        Ministry of Culture: ministerul(ui) ~ al culturii|ministerul(ui) culturii
        Ministry of Agriculture: ministerul(ui) ~ al agriculturii|ministerul(ui) agriculturii
        Prosecutor General's Office: ^parchetul(ui) general
        Supreme Court: ^curtea supremă|^curții supreme
        Constitutional Court: ^curtea constituțională|^curții constituționale
        Central Bank: banca centrală|băncii centrale
        """,
    ]

    private static let danish = """
        Central Bank: centralbank(en,ens)|sentralbank(en,ens)
        Ministry of Foreign Affairs: udenrigsministerium|udenrigsministeriet(s)|utenriksdepartement(et,ets)
         |utanriksdepartementet
        Ministry of Defence: forsvarsministerium|forsvarsministeriet(s)|forsvarsdepartement(et,ets)
        Ministry of Internal Affairs: indenrigsministerium|indenrigsministeriet(s)
         |innenriksdepartement(et,ets)
        Ministry of Finance: finansministerium|finansministeriet(s)|finansdepartement(et,ets)
        Ministry of Justice: justitsministerium|justitsministeriet(s)|justisdepartement(et,ets)
        Ministry of Economy: økonomiministerium|økonomiministeriet(s)
        Ministry of Health: sundhedsministerium|sundhedsministeriet(s)|helsedepartement(et,ets)
        Ministry of Education: undervisningsministerium|undervisningsministeriet(s)
         |kunnskapsdepartement(et,ets)
        Ministry of Energy: energiministerium|energiministeriet(s)|energidepartement(et,ets)
        Ministry of Culture: kulturministerium|kulturministeriet(s)|kulturdepartement(et,ets)
        Supreme Court: ^højesteret(s)|^høyesterett(s)
        Security Council: sikkerhedsråd(et,ets)|sikkerhetsråd(et,ets)
        """
}
