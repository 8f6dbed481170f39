/// Adjectives of countries in other languages than English, as they stand in titles: `armenischen`,
/// `российский`.
enum DemonymsAbroad {
    /// ISO 3166-1 of the country whose adjective a word in lower case begins with; nil for others.
    static func country(_ word: String, _ language: String) -> String? {
        guard let stems = byLanguage[language] else { return nil }
        let word = language == "ar" && word.hasPrefix("ال") ? String(word.dropFirst(2)) : word
        // An adjective and its ending: not `französischsprachig`.
        let letters = word.unicodeScalars
        for count in 0...3 where letters.count > count {
            if let country = stems[String(letters.dropLast(count))] { return country }
        }
        return nil
    }

    private static func stems(_ text: String) -> [String: String] {
        var out: [String: String] = [:]
        for word in text.split(whereSeparator: \.isWhitespace) {
            let sides = word.split(separator: ":")
            for stem in sides[1].split(separator: ",") { out[String(stem)] = String(sides[0]) }
        }
        return out
    }

    private static let byLanguage: [String: [String: String]] = [
        "ru": stems(
            """
            AM:армянск AZ:азербайджанск GE:грузинск RU:российск,русск UA:украинск TR:турецк IR:иранск
            US:американск FR:французск DE:немецк,германск GB:британск,английск CN:китайск IN:индийск
            IL:израильск SY:сирийск PL:польск IT:итальянск ES:испанск JP:японск BY:белорусск
            KZ:казахстанск,казахск HU:венгерск RS:сербск GR:греческ NL:нидерландск,голландск EG:египетск
            PK:пакистанск SA:саудовск LT:литовск LV:латвийск EE:эстонск FI:финск SE:шведск NO:норвежск
            UZ:узбекск MD:молдавск RO:румынск BG:болгарск CZ:чешск
            """),
        "uk": stems(
            """
            AM:вірменськ AZ:азербайджанськ GE:грузинськ RU:російськ UA:українськ TR:турецьк IR:іранськ
            US:американськ FR:французьк DE:німецьк GB:британськ,англійськ CN:китайськ IN:індійськ
            IL:ізраїльськ PL:польськ IT:італійськ ES:іспанськ JP:японськ BY:білоруськ KZ:казахстанськ
            HU:угорськ RS:сербськ GR:грецьк NL:нідерландськ LT:литовськ LV:латвійськ EE:естонськ FI:фінськ
            SE:шведськ MD:молдовськ RO:румунськ CZ:чеськ SK:словацьк
            """),
        "pl": stems(
            """
            AM:ormiańsk,armeńsk AZ:azerbejdżańsk GE:gruzińsk RU:rosyjsk UA:ukraińsk TR:tureck IR:irańsk
            US:amerykańsk FR:francusk DE:niemieck GB:brytyjsk,angielsk CN:chińsk IN:indyjsk IL:izraelsk
            PL:polsk IT:włosk ES:hiszpańsk JP:japońsk BY:białorusk HU:węgiersk CZ:czesk SK:słowack
            LT:litewsk
            """),
        "fr": stems(
            """
            AM:arménien AZ:azerbaïdjanais,azéri GE:géorgien RU:russe UA:ukrainien TR:turc,turque
            IR:iranien US:américain FR:français DE:allemand GB:britannique,anglais CN:chinois IN:indien
            IL:israélien SY:syrien LB:libanais PL:polonais IT:italien ES:espagnol JP:japonais
            BY:biélorusse HU:hongrois RS:serbe GR:grec EG:égyptien PK:pakistanais SA:saoudien DZ:algérien
            MA:marocain TN:tunisien ML:malien SN:sénégalais NG:nigérian,nigérien BE:belge CH:suisse
            CA:canadien BR:brésilien MX:mexicain AR:argentin CD:congolais RW:rwandais IQ:irakien
            PT:portugais NL:néerlandais
            """),
        "es": stems(
            """
            AM:armeni AZ:azerbaiyan,azerí GE:georgian RU:rus UA:ucranian TR:turc IR:iraní US:estadounidense
            FR:francés,frances DE:alem GB:británic,inglés,ingles CN:chin IN:indi IL:israelí SY:siri PL:polac
            IT:italian ES:español JP:japon,japón BY:bielorrus HU:húngar RS:serbi GR:grieg EG:egipci
            PK:paquistaní SA:saudí MX:mexican AR:argentin CO:colombian VE:venezolan CL:chilen PE:peruan
            EC:ecuatorian BO:bolivian CU:cuban BR:brasileñ UY:uruguay PY:paraguay NI:nicaragüens
            SV:salvadoreñ GT:guatemaltec HN:hondureñ PA:panameñ CR:costarricens PT:portugu CA:canadiens
            """),
        "it": stems(
            """
            AM:armen AZ:azer GE:georgian RU:russ UA:ucrain TR:turc IR:iranian US:american,statunitens
            FR:frances DE:tedesc GB:britannic,ingles CN:cines IN:indian IL:israelian SY:sirian PL:polacc
            IT:italian ES:spagnol JP:giappones BY:bieloruss HU:ungheres RS:serb GR:grec EG:egizian
            """),
        "pt": stems(
            """
            AM:armêni,arméni AZ:azer GE:georgian RU:russ UA:ucranian TR:turc IR:iranian
            US:american,estadunidens FR:francês,frances DE:alem GB:britânic,inglês,ingles CN:chinês,chines
            IN:indian IL:israelens PL:polac,polonês IT:italian ES:espanhol JP:japonês,japones
            PT:português,portugues BR:brasileir AR:argentin VE:venezuelan MX:mexican CO:colombian
            AO:angolan MZ:moçambican
            """),
        "de": stems(
            """
            AM:armenisch AZ:aserbaidschanisch GE:georgisch RU:russisch UA:ukrainisch TR:türkisch IR:iranisch
            US:amerikanisch FR:französisch DE:deutsch GB:britisch,englisch CN:chinesisch IN:indisch
            IL:israelisch SY:syrisch PL:polnisch IT:italienisch ES:spanisch JP:japanisch BY:belarussisch
            HU:ungarisch RS:serbisch GR:griechisch NL:niederländisch AT:österreichisch CH:schweizerisch
            EG:ägyptisch PK:pakistanisch SA:saudisch CZ:tschechisch SK:slowakisch BE:belgisch DK:dänisch
            SE:schwedisch NO:norwegisch FI:finnisch LT:litauisch LV:lettisch EE:estnisch KZ:kasachisch
            RO:rumänisch BG:bulgarisch CA:kanadisch MX:mexikanisch BR:brasilianisch VE:venezolanisch
            """),
        "nl": stems(
            """
            AM:armeens AZ:azerbeidzjaans GE:georgisch RU:russisch UA:oekraïens TR:turks IR:iraans
            US:amerikaans FR:frans DE:duits GB:brits,engels CN:chinees IL:israëlisch PL:pools IT:italiaans
            ES:spaans HU:hongaars BE:belgisch NL:nederlands
            """),
        "ar": stems(
            """
            AM:أرميني,أرمني AZ:أذربيجاني,أذري GE:جورجي RU:روسي UA:أوكراني TR:تركي IR:إيراني US:أميركي,أمريكي
            FR:فرنسي DE:ألماني GB:بريطاني CN:صيني IN:هندي IL:إسرائيلي SY:سوري LB:لبناني EG:مصري IQ:عراقي
            JO:أردني SA:سعودي AE:إماراتي QA:قطري KW:كويتي YE:يمني LY:ليبي TN:تونسي DZ:جزائري MA:مغربي
            SD:سوداني PS:فلسطيني PK:باكستاني PL:بولندي IT:إيطالي ES:إسباني JP:ياباني
            """),
    ]
}
