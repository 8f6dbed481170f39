/// What institutions of state are called. A line has an English name, the country's code behind `@` where
/// only one calls it so, and the names in the language; it goes on in the next line behind a blank. Of a
/// word, `*` is any ending of up to five letters, `мид(а,у)` one of these or none. `~` is an adjective of a
/// country that may stand there, `^` before a word asks for a capital letter, for two where the name is one
/// word.
extension Institutions {
    static let lists: [String: String] = [
        "en": """
            Ministry of Foreign Affairs: ministry of foreign affairs|foreign ministry
             |foreign affairs ministry
            Ministry of Defence: ministry of defence|ministry of defense|defence ministry|defense ministry
            Ministry of Internal Affairs: ministry of internal affairs|ministry of the interior
             |interior ministry
            Ministry of Finance: ministry of finance|finance ministry
            Ministry of Justice: ministry of justice|justice ministry
            Ministry of Economy: ministry of economy|ministry of the economy|economy ministry
            Ministry of Health: ministry of health|health ministry
            Ministry of Education: ministry of education|education ministry
            Ministry of Energy: ministry of energy|energy ministry
            Ministry of Transport: ministry of transport|transport ministry
            Ministry of Culture: ministry of culture|culture ministry
            Ministry of Agriculture: ministry of agriculture|agriculture ministry
            Ministry of Labour: ministry of labour|ministry of labor|labour ministry|labor ministry
            Ministry of Emergency Situations: ministry of emergency situations
             |emergency situations ministry
            Prosecutor General's Office: prosecutor general 's office|prosecutor 's general office
            Investigative Committee: investigative committee
            Armed Forces: armed forces
            National Assembly: national assembly
            Supreme Court: supreme court
            Constitutional Court: constitutional court
            Central Bank: central bank
            National Security Service: national security service
            State Security Service: state security service
            Cabinet of Ministers: cabinet of ministers
            Parliament: parliament
            """,
        "ru": """
            Ministry of Foreign Affairs: министерств* иностранных дел|^мид(а,у,ом,е)
             |внешнеполитическ* ведомств*
            Ministry of Defence: министерств* обороны|минобороны|оборонн* ведомств*
            Ministry of Internal Affairs: министерств* внутренних дел|^мвд
            Ministry of Finance: министерств* финансов|минфин(а,у,ом,е)
            Ministry of Justice: министерств* юстиции|минюст(а,у,ом,е)
            Ministry of Economy: министерств* экономики|министерств* экономического развития
             |минэкономразвития
            Ministry of Health: министерств* здравоохранения|минздрав(а,у,ом,е)
            Ministry of Education: министерств* образования|министерств* просвещения|минобрнауки
             |минпросвещения
            Ministry of Energy: министерств* энергетики|минэнерго
            Ministry of Transport: министерств* транспорта|минтранс(а,у,ом,е)
            Ministry of Culture: министерств* культуры|минкультуры
            Ministry of Agriculture: министерств* сельского хозяйства|минсельхоз(а,у,ом,е)
            Ministry of Labour: министерств* труда|минтруд(а,у,ом,е)
            Ministry of Emergency Situations: министерств* по чрезвычайным ситуациям
             |министерств* чрезвычайных
             ситуаций|^мчс
            Prosecutor General's Office: генеральн* прокуратур*|генпрокуратур*
            Investigative Committee: следственн* комитет(а,у,ом,е)|следком(а,у,ом,е)
            General Staff: генеральн* штаб(а,у,ом,е)|генштаб(а,у,ом,е)
            Armed Forces: вооруженн* сил(ы,ам,ами,ах)|вооружённ* сил(ы,ам,ами,ах)
            National Assembly: национальн* собрани(е,я,ю,ем,и)|нацсобрани(е,я,ю,ем,и)
            Supreme Court: верховн* суд(а,у,ом,е)
            Constitutional Court: конституционн* суд(а,у,ом,е)
            Central Bank: центральн* банк(а,у,ом,е)|центробанк(а,у,ом,е)
            National Security Service: служб* национальной безопасности|^снб
            State Security Service: служб* государственной безопасности|^сгб
            Foreign Intelligence Service: служб* внешней разведки|^свр
            Cabinet of Ministers: кабинет* министров|кабмин(а,у,ом,е)
            National Bank: национальн* банк(а,у,ом,е)|нацбанк(а,у,ом,е)
            """,
        "uk": """
            Ministry of Foreign Affairs: міністерств* закордонних справ|^мзс|^мід
             |зовнішньополітичн* відомств*
            Ministry of Defence: міністерств* оборони|міноборони
            Ministry of Internal Affairs: міністерств* внутрішніх справ|^мвс
            Ministry of Finance: міністерств* фінансів|мінфін(у,ом,і)
            Ministry of Justice: міністерств* юстиції|мін'юст(у,ом,і)
            Ministry of Economy: міністерств* економіки|мінекономіки
            Ministry of Health: міністерств* охорони здоров'я|^моз
            Ministry of Education: міністерств* освіти|міносвіти
            Ministry of Energy: міністерств* енергетики|міненерго
            Ministry of Culture: міністерств* культури|мінкультури
            Prosecutor General's Office: офіс(у,ом,і) генерального прокурора|генеральн* прокуратур*
             |генпрокуратур*
            General Staff: генеральн* штаб(у,ом,і)|генштаб(у,ом,і)
            Armed Forces: збройн* сил(и,ам,ами,ах)
            Armed Forces @UA: ^зсу
            Supreme Court: верховн* суд(у,ом,і)
            Constitutional Court: конституційн* суд(у,ом,і)
            Cabinet of Ministers: кабінет* міністрів|кабмін(у,ом,і)
            Security Service @UA: служб* безпеки україни|^сбу
            Central Bank: центральн* банк(у,ом,і)|центробанк(у,ом,і)
            National Bank: національн* банк(у,ом,і)|нацбанк(у,ом,і)
            """,
        "pl": """
            Ministry of Foreign Affairs: ministerstw* spraw zagranicznych|^msz|resort* spraw zagranicznych
            Ministry of Defence: ministerstw* obrony narodowej|ministerstw* obrony|^mon
            Ministry of Internal Affairs: ministerstw* spraw wewnętrznych i administracji
             |ministerstw* spraw
             wewnętrznych|^mswia|^msw
            Ministry of Finance: ministerstw* finansów
            Ministry of Justice: ministerstw* sprawiedliwości
            Ministry of Health: ministerstw* zdrowia
            Ministry of Education: ministerstw* edukacji narodowej|ministerstw* edukacji
            Ministry of Culture: ministerstw* kultury
            Prosecutor General's Office: prokuratur* generaln*
            General Staff: sztab* generaln*
            Armed Forces: ^sił* zbrojn*
            Supreme Court: sąd* najwyższ*
            Constitutional Court: trybunał* konstytucyjn*
            Central Bank: bank(u,owi,iem) centraln*
            """,
        "de": """
            Ministry of Foreign Affairs: außenministerium(s)|aussenministerium(s)|außenamt(s,es)
             |bundesaußenministerium(s)
            Ministry of Foreign Affairs @DE: auswärtig* amt(s,es)
            Ministry of Defence: verteidigungsministerium(s)|bundesverteidigungsministerium(s)
            Ministry of Internal Affairs: innenministerium(s)|bundesinnenministerium(s)
            Ministry of Finance: finanzministerium(s)|bundesfinanzministerium(s)
            Ministry of Justice: justizministerium(s)|bundesjustizministerium(s)
            Ministry of Economy: wirtschaftsministerium(s)|bundeswirtschaftsministerium(s)
            Ministry of Health: gesundheitsministerium(s)|bundesgesundheitsministerium(s)
            Ministry of Education: bildungsministerium(s)|bundesbildungsministerium(s)
            Ministry of Energy: energieministerium(s)
            Ministry of Transport: verkehrsministerium(s)|bundesverkehrsministerium(s)
            Ministry of Culture: kulturministerium(s)
            Ministry of Agriculture: landwirtschaftsministerium(s)|agrarministerium(s)
            Prosecutor General's Office: generalstaatsanwaltschaft
            General Staff: generalstab(s)
            Supreme Court: ^oberst* gericht*|^oberst* gerichtshof(s,es)
            Central Bank: zentralbank|notenbank
            """,
        "fr": """
            Ministry of Foreign Affairs: ministère ~ des affaires étrangères
             |ministère ~ des affaires extérieures
            Ministry of Defence: ministère ~ de la défense|ministère ~ des armées
            Ministry of Internal Affairs: ministère ~ de l' intérieur
            Ministry of Finance: ministère ~ des finances
            Ministry of Justice: ministère ~ de la justice
            Ministry of Economy: ministère ~ de l' économie
            Ministry of Health: ministère ~ de la santé
            Ministry of Education: ministère ~ de l' éducation nationale|ministère ~ de l' éducation
            Ministry of Energy: ministère ~ de l' énergie
            Ministry of Transport: ministère ~ des transports
            Ministry of Culture: ministère ~ de la culture
            Ministry of Agriculture: ministère ~ de l' agriculture
            Ministry of Labour: ministère ~ du travail
            National Assembly: ^assemblée nationale
            Constitutional Court: cour constitutionnelle
            Supreme Court: cour suprême
            Central Bank: banque centrale
            """,
        "es": """
            Ministry of Foreign Affairs: ministerio ~ de asuntos exteriores
             |ministerio ~ de relaciones exteriores
             |ministerio ~ de exteriores|cancillería
            Ministry of Defence: ministerio ~ de defensa|ministerio ~ de la defensa
            Ministry of Internal Affairs: ministerio ~ del interior|ministerio ~ de interior
            Ministry of Finance: ministerio ~ de hacienda|ministerio ~ de finanzas
            Ministry of Justice: ministerio ~ de justicia
            Ministry of Economy: ministerio ~ de economía
            Ministry of Health: ministerio ~ de sanidad|ministerio ~ de salud
            Ministry of Education: ministerio ~ de educación
            Ministry of Energy: ministerio ~ de energía
            Ministry of Transport: ministerio ~ de transporte|ministerio ~ de transportes
            Ministry of Culture: ministerio ~ de cultura
            Ministry of Agriculture: ministerio ~ de agricultura
            Ministry of Labour: ministerio ~ de trabajo
            Prosecutor General's Office: fiscalía general del estado|fiscalía general
            National Assembly: ^asamblea nacional
            Constitutional Court: tribunal constitucional|corte constitucional
            Supreme Court: tribunal supremo|corte suprema|suprema corte
            Central Bank: banco central
            """,
        "it": """
            Ministry of Foreign Affairs: ministero ~ degli esteri|ministero ~ degli affari esteri
            Ministry of Foreign Affairs @IT: farnesina
            Ministry of Defence: ministero ~ della difesa
            Ministry of Internal Affairs: ministero ~ dell' interno|ministero ~ degli interni
            Ministry of Finance: ministero ~ delle finanze
            Ministry of Justice: ministero ~ della giustizia
            Ministry of Economy: ministero ~ dell' economia
            Ministry of Health: ministero ~ della salute|ministero ~ della sanità
            Ministry of Education: ministero ~ dell' istruzione
            Ministry of Culture: ministero ~ della cultura
            Ministry of Labour: ministero ~ del lavoro
            Constitutional Court: corte costituzionale
            Supreme Court: corte suprema
            Central Bank: banca centrale
            """,
        "pt": """
            Ministry of Foreign Affairs: ministério ~ das relações exteriores
             |ministério ~ dos negócios estrangeiros
             |ministério ~ das relações externas
            Ministry of Defence: ministério ~ da defesa
            Ministry of Internal Affairs: ministério ~ do interior|ministério ~ da administração interna
            Ministry of Finance: ministério ~ das finanças|ministério ~ da fazenda
            Ministry of Justice: ministério ~ da justiça
            Ministry of Economy: ministério ~ da economia
            Ministry of Health: ministério ~ da saúde
            Ministry of Education: ministério ~ da educação
            Prosecutor General's Office: procuradoria-geral da república
            Constitutional Court: tribunal constitucional
            Supreme Court: supremo tribunal federal|supremo tribunal de justiça
            Central Bank: banco central
            """,
        "nl": """
            Ministry of Foreign Affairs: ministerie van buitenlandse zaken
            Ministry of Defence: ministerie van defensie
            Ministry of Internal Affairs: ministerie van binnenlandse zaken
            Ministry of Finance: ministerie van financiën
            Ministry of Justice: ministerie van justitie
            Ministry of Health: ministerie van volksgezondheid
            Central Bank: centrale bank
            """,
        "tr": """
            Ministry of Foreign Affairs: dışişleri bakanlığı*
            Ministry of Defence: savunma bakanlığı*|milli savunma bakanlığı*|^msb
            Ministry of Internal Affairs: İçişleri bakanlığı*
            Ministry of Finance: maliye bakanlığı*
            Ministry of Justice: adalet bakanlığı*
            Ministry of Economy: ekonomi bakanlığı*
            Ministry of Health: sağlık bakanlığı*
            Ministry of Education: milli eğitim bakanlığı*|eğitim bakanlığı*
            Ministry of Energy: enerji bakanlığı*
            Ministry of Transport: ulaştırma bakanlığı*
            Ministry of Culture: kültür bakanlığı*|kültür ve turizm bakanlığı*
            Ministry of Agriculture: tarım bakanlığı*
            Prosecutor General's Office: başsavcılığı*
            General Staff: genelkurmay başkanlığı*
            Armed Forces: ^silahlı kuvvetleri*
            Supreme Court: yüksek mahkeme*
            Constitutional Court: anayasa mahkemesi*
            Central Bank: merkez bankası*
            """,
        "az": """
            Ministry of Foreign Affairs: xarici işlər nazirliy*|^XİN*
            Ministry of Defence: müdafiə nazirliy*
            Ministry of Internal Affairs: daxili işlər nazirliy*|^DİN
            Ministry of Finance: maliyyə nazirliy*
            Ministry of Justice: ədliyyə nazirliy*
            Ministry of Economy: İqtisadiyyat nazirliy*
            Ministry of Health: səhiyyə nazirliy*
            Ministry of Education: elm və təhsil nazirliy*|təhsil nazirliy*
            Ministry of Energy: energetika nazirliy*
            Ministry of Culture: mədəniyyət nazirliy*
            Ministry of Agriculture: kənd təsərrüfatı nazirliy*
            Ministry of Emergency Situations: fövqəladə hallar nazirliy*|^fhn
            Prosecutor General's Office: baş prokurorluğ*|baş prokurorluq
            State Security Service: dövlət təhlükəsizliyi xidməti*|^dtx*
            State Border Service: dövlət sərhəd xidməti*|^dsx*
            Armed Forces: ^silahlı qüvvələri*
            Constitutional Court: konstitusiya məhkəməsi*
            Supreme Court: ali məhkəmə*
            Central Bank: mərkəzi bank*
            """,
        "hy": """
            Ministry of Foreign Affairs: արտաքին գործերի նախարարությ*|արտգործնախարարությ*|^ագն
             |արտաքին քաղաքական
             գերատեսչությ*
            Ministry of Defence: պաշտպանության նախարարությ*|^պն
            Ministry of Internal Affairs: ներքին գործերի նախարարությ*|^նգն
            Ministry of Finance: ֆինանսների նախարարությ*
            Ministry of Justice: արդարադատության նախարարությ*
            Ministry of Economy: էկոնոմիկայի նախարարությ*
            Ministry of Health: առողջապահության նախարարությ*
            Ministry of Emergency Situations: արտակարգ իրավիճակների նախարարությ*
            Prosecutor General's Office: գլխավոր դատախազությ*
            Investigative Committee: քննչական կոմիտե*
            General Staff: գլխավոր շտաբ*
            Armed Forces: զինված ուժեր*
            National Assembly: ազգային ժողով*
            National Security Service: ազգային անվտանգության ծառայությ*|^աած
            Constitutional Court: սահմանադրական դատարան*
            Central Bank: կենտրոնական բանկ*
            """,
        "ka": """
            Ministry of Foreign Affairs: საგარეო საქმეთა სამინისტრო*|საგარეო უწყება*
            Ministry of Defence: თავდაცვის სამინისტრო*
            Ministry of Internal Affairs: შინაგან საქმეთა სამინისტრო*|შსს
            Ministry of Finance: ფინანსთა სამინისტრო*
            Ministry of Justice: იუსტიციის სამინისტრო*
            Ministry of Economy: ეკონომიკის სამინისტრო*
            Ministry of Health: ჯანდაცვის სამინისტრო*
            Prosecutor General's Office: გენერალურ* პროკურატურა*
            State Security Service: სახელმწიფო უსაფრთხოების სამსახურ*
            Constitutional Court: საკონსტიტუციო სასამართლო*
            Supreme Court: უზენაეს* სასამართლო*
            Central Bank: ცენტრალურ* ბანკ*
            """,
        "ar": """
            Ministry of Foreign Affairs: وزارة ~ الخارجية|وزارة الشؤون الخارجية|وزارة خارجية
            Ministry of Defence: وزارة الدفاع|وزارة دفاع
            Ministry of Internal Affairs: وزارة الداخلية|وزارة داخلية
            Ministry of Finance: وزارة المالية
            Ministry of Justice: وزارة العدل
            Ministry of Economy: وزارة الاقتصاد
            Ministry of Health: وزارة الصحة
            Ministry of Education: وزارة التربية والتعليم|وزارة التربية|وزارة التعليم
            Ministry of Energy: وزارة الطاقة
            Ministry of Transport: وزارة النقل
            Ministry of Culture: وزارة الثقافة
            Ministry of Agriculture: وزارة الزراعة
            Prosecutor General's Office: النيابة العامة
            Supreme Court: المحكمة العليا
            Constitutional Court: المحكمة الدستورية
            Central Bank: البنك المركزي
            """,
        "fa": """
            Ministry of Foreign Affairs: وزارت امور خارجه|وزارت خارجه
            Ministry of Defence: وزارت دفاع
            Ministry of Internal Affairs: وزارت کشور
            Ministry of Finance: وزارت اقتصاد و دارایی|وزارت دارایی
            Ministry of Economy: وزارت اقتصاد
            Ministry of Justice: وزارت دادگستری
            Ministry of Health: وزارت بهداشت
            Ministry of Education: وزارت آموزش و پرورش
            Ministry of Energy: وزارت نیرو
            Ministry of Culture: وزارت فرهنگ
            Supreme Court: دیوان عالی
            Central Bank: بانک مرکزی
            """,
    ]
}
