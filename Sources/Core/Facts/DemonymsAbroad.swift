/// Adjectives of countries in other languages than English, as they stand in titles: `armenischen`,
/// `российский`.
enum DemonymsAbroad {
    /// ISO 3166-1 of the country whose adjective a word in lower case begins with; nil for others.
    static func country(_ word: String, _ language: String) -> String? {
        guard let stems = byLanguage[language] else { return nil }
        let article = CaseForms.articles[language].flatMap { word.begins(with: $0) ? $0 : nil }
        let word = article.map(word.after) ?? word
        // An adjective and its ending: not `französischsprachig`.
        let letters = word.unicodeScalars
        for count in 0...3 where letters.count > count {
            let country = stems[count == 0 ? word : String(letters.dropLast(count))]
            if country != 0 {
                return String(decoding: [UInt8(country >> 8), UInt8(country & 0xFF)], as: UTF8.self)
            }
        }
        return nil
    }

    static func stems(_ text: String) -> [String: String] {
        var out: [String: String] = [:]
        for word in text.split(whereSeparator: \.isWhitespace) {
            let sides = word.split(separator: ":")
            for stem in sides[1].split(separator: ",") { out[String(stem)] = String(sides[0]) }
        }
        return out
    }

    /// The two letters of a country's code are one number.
    private static let byLanguage = main.merging(further) { one, _ in one }.mapValues { stems in
        WordTable(stems.map { stem, country in (stem, country.utf8.reduce(0) { $0 << 8 | UInt32($1) }) })
    }

    private static let main: [String: [String: String]] = [
        "ru": stems(
            """
            AM:армянск AZ:азербайджанск GE:грузинск RU:российск,русск UA:украинск TR:турецк IR:иранск
            US:американск FR:французск DE:немецк,германск GB:британск,английск CN:китайск IN:индийск
            IL:израильск SY:сирийск PL:польск IT:итальянск ES:испанск JP:японск BY:белорусск
            KZ:казахстанск,казахск HU:венгерск RS:сербск GR:греческ NL:нидерландск,голландск EG:египетск
            PK:пакистанск SA:саудовск LT:литовск LV:латвийск EE:эстонск FI:финск SE:шведск NO:норвежск
            UZ:узбекск MD:молдавск RO:румынск BG:болгарск CZ:чешск PS:палестинск IQ:иракск LB:ливанск
            JO:иорданск AF:афганск KP:северокорейск KR:южнокорейск VN:вьетнамск KG:киргизск,кыргызск
            TJ:таджикск TM:туркменск AT:австрийск CH:швейцарск BE:бельгийск DK:датск PT:португальск
            SK:словацк SI:словенск HR:хорватск AE:эмиратск QA:катарск YE:йеменск LY:ливийск SD:суданск
            MX:мексиканск BR:бразильск AR:аргентинск VE:венесуэльск CU:кубинск CA:канадск AU:австралийск
            ID:индонезийск TH:тайск PH:филиппинск
            """),
        "uk": stems(
            """
            AM:вірменськ AZ:азербайджанськ GE:грузинськ RU:російськ UA:українськ TR:турецьк IR:іранськ
            US:американськ FR:французьк DE:німецьк GB:британськ,англійськ CN:китайськ IN:індійськ
            IL:ізраїльськ PL:польськ IT:італійськ ES:іспанськ JP:японськ BY:білоруськ KZ:казахстанськ
            HU:угорськ RS:сербськ GR:грецьк NL:нідерландськ LT:литовськ LV:латвійськ EE:естонськ FI:фінськ
            SE:шведськ MD:молдовськ RO:румунськ CZ:чеськ SK:словацьк PS:палестинськ IQ:іракськ LB:ліванськ
            AF:афганськ KP:північнокорейськ KR:південнокорейськ AT:австрійськ CH:швейцарськ BE:бельгійськ
            DK:данськ PT:португальськ NO:норвезьк BG:болгарськ EG:єгипетськ SA:саудівськ PK:пакистанськ
            SY:сирійськ CA:канадськ BR:бразильськ AU:австралійськ
            """),
        "pl": stems(
            """
            AM:ormiańsk,armeńsk AZ:azerbejdżańsk GE:gruzińsk RU:rosyjsk UA:ukraińsk TR:tureck IR:irańsk
            US:amerykańsk FR:francusk DE:niemieck GB:brytyjsk,angielsk CN:chińsk IN:indyjsk IL:izraelsk
            PL:polsk IT:włosk ES:hiszpańsk JP:japońsk BY:białorusk HU:węgiersk CZ:czesk SK:słowack
            LT:litewsk PS:palestyńsk LB:libańsk SY:syryjsk IQ:iracki KR:południowokoreańsk
            KP:północnokoreańsk AT:austriack CH:szwajcarsk BE:belgijsk NL:holenders,niderlandzk DK:duńsk
            SE:szwedzk NO:norwesk FI:fińsk EE:estońsk LV:łotewsk RS:serbsk GR:greck RO:rumuńsk BG:bułgarsk
            MD:mołdawsk KZ:kazachsk EG:egipsk SA:saudyjsk CA:kanadyjsk BR:brazylijsk PT:portugalsk
            """),
        "fr": stems(
            """
            AM:arménien AZ:azerbaïdjanais,azéri GE:géorgien RU:russe UA:ukrainien TR:turc,turque IR:iranien
            US:américain FR:français DE:allemand GB:britannique,anglais CN:chinois IN:indien IL:israélien
            SY:syrien LB:libanais PL:polonais IT:italien ES:espagnol JP:japonais BY:biélorusse HU:hongrois
            RS:serbe GR:grec EG:égyptien PK:pakistanais SA:saoudien DZ:algérien MA:marocain TN:tunisien
            ML:malien SN:sénégalais NG:nigérian,nigérien BE:belge CH:suisse CA:canadien BR:brésilien
            MX:mexicain AR:argentin CD:congolais RW:rwandais IQ:irakien PT:portugais NL:néerlandais
            PS:palestinien JO:jordanien AF:afghan KR:sud-coréen KP:nord-coréen VN:vietnamien CU:cubain
            CO:colombien VE:vénézuélien CL:chilien PE:péruvien HT:haïtien AU:australien AT:autrichien
            CZ:tchèque SK:slovaque RO:roumain BG:bulgare MD:moldave SE:suédois DK:danois NO:norvégien
            FI:finlandais EE:estonien LV:letton LT:lituanien CI:ivoirien CM:camerounais BF:burkinabè
            NE:nigérien,nigerien TD:tchadien GA:gabonais GN:guinéen KE:kényan ET:éthiopien SD:soudanais
            LY:libyen YE:yéménite QA:qatari,qatarien AE:émirati KZ:kazakh ID:indonésien PH:philippin
            TH:thaïlandais
            """),
        "es": stems(
            """
            AM:armeni AZ:azerbaiyan,azerí GE:georgian RU:rus UA:ucranian TR:turc IR:iraní US:estadounidense
            FR:francés,frances DE:alem GB:británic,inglés,ingles CN:chin,chino IN:indi IL:israelí SY:siri
            PL:polac IT:italian ES:español JP:japon,japón BY:bielorrus HU:húngar RS:serbi GR:grieg EG:egipci
            PK:paquistaní SA:saudí MX:mexican AR:argentin CO:colombian VE:venezolan CL:chilen PE:peruan
            EC:ecuatorian BO:bolivian CU:cuban BR:brasileñ UY:uruguay PY:paraguay NI:nicaragüens
            SV:salvadoreñ GT:guatemaltec HN:hondureñ PA:panameñ CR:costarricens PT:portugu CA:canadiens
            PS:palestin LB:libanés,libanes IQ:iraquí JO:jordan AF:afgan KR:surcorean KP:norcorean
            AT:austriac CH:suiz BE:belga NL:neerlandés,neerlandes,holandés SE:suec NO:norueg
            FI:finlandés,finlandes DK:danés,danes CZ:chec RO:ruman HT:haitian DO:dominican AU:australian
            MA:marroquí DZ:argelin NG:nigerian ET:etíope KE:kenian ZA:sudafrican PH:filipin ID:indonesi
            TH:tailandés
            """),
        "it": stems(
            """
            AM:armen AZ:azer GE:georgian RU:russ UA:ucrain TR:turc IR:iranian US:american,statunitens
            FR:frances DE:tedesc GB:britannic,ingles CN:cines IN:indian IL:israelian SY:sirian PL:polacc
            IT:italian ES:spagnol JP:giappones BY:bieloruss HU:ungheres RS:serb GR:grec EG:egizian
            PS:palestines LB:libanes IQ:irachen AF:afghan KR:sudcorean KP:nordcorean AT:austriac CH:svizzer
            BE:belg NL:olandes SE:svedes NO:norvegès,norveges DK:danes FI:finlandes CZ:cec RO:rumen
            BG:bulgar LY:libic TN:tunisin DZ:algerin MA:marocchin SA:saudit QA:qatariot PK:pachistan
            CA:canades MX:messican BR:brasilian AR:argentin VE:venezuelan AL:albanes HR:croat SI:sloven
            PT:portoghes
            """),
        "pt": stems(
            """
            AM:armêni,arméni AZ:azer GE:georgian RU:russ UA:ucranian TR:turc IR:iranian
            US:american,estadunidens FR:francês,frances DE:alem GB:britânic,inglês,ingles CN:chinês,chines
            IN:indian IL:israelens PL:polac,polonês IT:italian ES:espanhol JP:japonês,japones
            PT:português,portugues BR:brasileir AR:argentin VE:venezuelan MX:mexican CO:colombian AO:angolan
            MZ:moçambican PS:palestin LB:libanês,libanes SY:síri IQ:iraquian AF:afegã,afegão KR:sul-coreano
            KP:norte-coreano HU:húngar GR:greg EG:egípci SA:saudita PK:paquistanês CL:chilen PE:peruan
            BO:bolivian PY:paraguai UY:uruguai EC:equatorian CU:cuban CH:suíç BE:belga NL:holandês SE:suec
            NO:norueguês CA:canadens
            """),
        "de": stems(
            """
            AM:armenisch AZ:aserbaidschanisch GE:georgisch RU:russisch UA:ukrainisch TR:türkisch IR:iranisch
            US:amerikanisch FR:französisch DE:deutsch GB:britisch,englisch CN:chinesisch IN:indisch
            IL:israelisch SY:syrisch PL:polnisch IT:italienisch ES:spanisch JP:japanisch BY:belarussisch
            HU:ungarisch RS:serbisch GR:griechisch NL:niederländisch AT:österreichisch
            CH:schweizerisch,schweizer EG:ägyptisch PK:pakistanisch SA:saudisch CZ:tschechisch SK:slowakisch
            BE:belgisch DK:dänisch SE:schwedisch NO:norwegisch FI:finnisch LT:litauisch LV:lettisch
            EE:estnisch KZ:kasachisch RO:rumänisch BG:bulgarisch CA:kanadisch MX:mexikanisch
            BR:brasilianisch VE:venezolanisch PS:palästinensisch LB:libanesisch IQ:irakisch JO:jordanisch
            AF:afghanisch KR:südkoreanisch KP:nordkoreanisch VN:vietnamesisch AR:argentinisch
            CO:kolumbianisch CL:chilenisch PE:peruanisch CU:kubanisch GT:guatemaltekisch BO:bolivianisch
            EC:ecuadorianisch PT:portugiesisch SI:slowenisch HR:kroatisch AL:albanisch
            MD:moldauisch,moldawisch UZ:usbekisch AU:australisch NZ:neuseeländisch ID:indonesisch
            TH:thailändisch PH:philippinisch ZA:südafrikanisch NG:nigerianisch ET:äthiopisch SD:sudanesisch
            LY:libysch TN:tunesisch DZ:algerisch MA:marokkanisch YE:jemenitisch QA:katarisch IE:irisch
            IS:isländisch LU:luxemburgisch
            """),
        "nl": stems(
            """
            AM:armeens AZ:azerbeidzjaans GE:georgisch RU:russisch UA:oekraïens TR:turks IR:iraans
            US:amerikaans FR:frans DE:duits GB:brits,engels CN:chinees IL:israëlisch PL:pools IT:italiaans
            ES:spaans HU:hongaars BE:belgisch NL:nederlands PS:palestijns SY:syrisch LB:libanees IQ:iraaks
            KR:zuid-koreaans KP:noord-koreaans AT:oostenrijks CH:zwitsers SE:zweeds DK:deens NO:noors
            FI:fins GR:grieks RS:servisch EG:egyptisch SA:saoedisch PK:pakistaans MA:marokkaans
            BR:braziliaans CA:canadees AU:australisch ZA:zuid-afrikaans
            """),
        "ar": stems(
            """
            AM:أرميني,أرمني AZ:أذربيجاني,أذري GE:جورجي RU:روسي UA:أوكراني TR:تركي IR:إيراني US:أميركي,أمريكي
            FR:فرنسي DE:ألماني GB:بريطاني CN:صيني IN:هندي IL:إسرائيلي SY:سوري LB:لبناني EG:مصري IQ:عراقي
            JO:أردني SA:سعودي AE:إماراتي QA:قطري KW:كويتي YE:يمني LY:ليبي TN:تونسي DZ:جزائري MA:مغربي
            SD:سوداني PS:فلسطيني PK:باكستاني PL:بولندي IT:إيطالي ES:إسباني JP:ياباني AF:أفغاني KP:كوري
            UZ:أوزبكي KZ:كازاخستاني NL:هولندي BE:بلجيكي CH:سويسري SE:سويدي NO:نرويجي GR:يوناني CA:كندي
            AU:أسترالي BR:برازيلي VE:فنزويلي MX:مكسيكي SO:صومالي ET:إثيوبي BH:بحريني OM:عماني MR:موريتاني
            HU:مجري RS:صربي
            """),
    ]
}
