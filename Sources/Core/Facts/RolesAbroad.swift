/// Words that tell what a person is, in other languages than English; all in lower case, without their cases.
struct RolesAbroad {
    /// What a person is: `президент`, `ministre`, `նախագահ`.
    let roles: WordSet
    /// What goes before a role and belongs to it: `бывший`, `premier`.
    let modifiers: WordSet
    /// What may stand between a role and the name, or before a role that comes last: `иностранных дел`,
    /// `des Affaires étrangères`.
    let parts: WordSet
    /// How words end that are roles, in languages that write them together: `Bundesaußenministerin`.
    let roleEndings: [String]
    /// How adjectives of office end: `российский`.
    let adjectiveEndings: [String]
    /// The country goes before the role, as in English: `Azərbaycan Prezidenti`.
    let isRoleLast: Bool
    /// A comma may part a role from its name: `el primer ministro armenio, Nikol Pashinián,`.
    let hasComma: Bool

    /// Three letters that roles and modifiers begin with, and that those of ``roleEndings`` end with: most
    /// words of a text are told by them.
    private let beginnings: Set<UInt64>
    private let ends: Set<UInt64>

    init(
        roles: WordSet, modifiers: WordSet, parts: WordSet, roleEndings: [String] = [],
        adjectiveEndings: [String] = [], isRoleLast: Bool = false, hasComma: Bool = false
    ) {
        (self.roles, self.modifiers, self.parts) = (roles, modifiers, parts)
        (self.roleEndings, self.adjectiveEndings) = (roleEndings, adjectiveEndings)
        (self.isRoleLast, self.hasComma) = (isRoleLast, hasComma)
        let words = roles.words + modifiers.words
        beginnings = Set(words.map { RolesAbroad.letters($0.unicodeScalars.prefix(3)) })
        ends = Set(roleEndings.map { RolesAbroad.letters($0.unicodeScalars.suffix(3)) })
    }

    private static func letters(_ letters: Substring.UnicodeScalarView) -> UInt64 {
        letters.reduce(0) { $0 << 21 | UInt64($1.value) }
    }

    /// Whether a role or modifier may begin as this word does.
    func mayBegin(_ word: String) -> Bool {
        beginnings.contains(RolesAbroad.letters(word.unicodeScalars.prefix(3)))
    }

    /// Whether a word ends as roles do.
    func endsAsRole(_ word: String) -> Bool {
        !ends.isEmpty && ends.contains(RolesAbroad.letters(word.unicodeScalars.suffix(3)))
            && roleEndings.contains(where: word.ends)
    }

    static func of(_ language: String) -> RolesAbroad? { byLanguage[language] ?? further[language] }

    private static let scandinavian = RolesAbroad(
        roles: wordSet(
            """
            kung kungen konge kongen drottning drottningen dronning dronningen prins prinsen prinsesse
            prinsessa påve påven pave paven general generalen författare författaren forfatter forfatteren
            """),
        modifiers: wordSet(
            "tidigare tidligere förre forhenværende nye nya biträdende svensk svenska dansk danske norsk norske"
        ),
        parts: wordSet("i för for av"),
        roleEndings: [
            "minister", "ministern", "ministeren", "president", "presidenten", "præsident", "præsidenten",
            "kansler",
            "kanslern", "kansleren", "ledare", "ledaren", "leder", "lederen", "talesperson", "talespersonen",
            "talsmand",
            "talsmanden", "talsperson", "sekreterare", "sekreteraren", "sekretær", "sekretæren", "ordförande",
            "ordföranden", "ordfører", "ordføreren", "formand", "formanden", "ambassadör", "ambassadören",
            "ambassadør",
            "kandidat", "kandidaten", "tränare", "tränaren", "træner", "træneren", "trener", "treneren",
            "expert",
            "experten", "ekspert", "eksperten", "chef", "chefen", "sjef", "sjefen", "direktör", "direktören",
            "direktør",
            "direktøren", "forskare", "forskaren", "forsker", "forskeren", "borgmästare", "borgmester",
            "åklagare",
        ], isRoleLast: true, hasComma: true)

    private static let byLanguage: [String: RolesAbroad] = [
        "sv": scandinavian, "da": scandinavian, "no": scandinavian, "nb": scandinavian,
        "ru": RolesAbroad(
            roles: wordSet(
                """
                президент премьер министр канцлер король королева султан эмир шейх глава лидер секретарь
                госсекретарь генсек спикер председатель представитель представительница постпред посол
                губернатор мэр депутат сенатор замминистра замглавы заместитель помощник помощница
                советник советница командующий командир генерал полковник майор адмирал маршал прокурор
                генпрокурор омбудсмен директор гендиректор основатель эксперт аналитик политолог журналист
                журналистка актёр актер актриса певец певица писатель режиссёр режиссер тренер адвокат
                экономист историк врач профессор патриарх папа митрополит епископ католикос координатор
                комиссар еврокомиссар уполномоченный спецпредставитель спецпосланник посланник дипломат
                послом посла послу активист активистка руководитель начальник кандидат оппозиционер блогер
                корреспондент
                президентка премьерка канцлерша председательница
                """),
            modifiers: wordSet(
                "бывший бывшая экс вице пресс премьер первый новый действующий официальный официальная генеральный "
                    + "верховный временный главный исполняющий обязанности исполнительный народный избранный"),
            parts: wordSet(
                """
                иностранных внешних внутренних дел делам вопросам по обороны финансов экономики юстиции
                здравоохранения образования культуры науки энергетики транспорта безопасности совета
                собрания парламента правительства кабинета кабмина министров минобороны кремля госдепа
                белого дома партии республики области края города комитета комиссии службы фракции
                движения армии штаба генштаба сил вооруженных национального европейского рады думы палаты
                представителей сената конгресса банка центробанка компании офиса администрации и
                """),
            adjectiveEndings: [
                "ский", "ского", "скому", "ским", "ском", "ская", "ской", "скую", "цкий", "цкого",
                "цкому", "цким", "цкой", "цкая",
            ]),
        "uk": RolesAbroad(
            roles: wordSet(
                """
                президент прем'єр міністр міністерка канцлер король королева глава голова лідер секретар
                держсекретар генсек спікер речник речниця представник представниця посол губернатор мер
                депутат депутатка сенатор заступник помічник радник радниця командувач генерал полковник
                адмірал прокурор генпрокурор омбудсмен директор експерт аналітик політолог журналіст
                журналістка актор письменник режисер тренер адвокат економіст історик професор патріарх
                папа митрополит комісар єврокомісар очільник очільниця керівник начальник кандидат
                активіст
                президентка прем'єрка канцлерка лідерка посолка директорка прокурорка комісарка
                кандидатка спікерка сенаторка
                """),
            modifiers: wordSet(
                "колишній колишня екс віце прес прем'єр перший новий чинний офіційний генеральний головний"),
            parts: wordSet(
                """
                закордонних внутрішніх справ з питань оборони фінансів економіки юстиції охорони здоров'я
                освіти культури енергетики ради верховної безпеки уряду партії області міста комітету
                комісії служби фракції сил збройних офісу парламенту сенату конгресу мзс міноборони кремля
                держдепу і та
                """),
            adjectiveEndings: [
                "ський", "ського", "ському", "ським", "ська", "ської", "ську", "цький", "цького",
                "цькому", "цьким", "цька",
            ]),
        "pl": RolesAbroad(
            roles: wordSet(
                """
                prezydent premier minister minister kanclerz król królowa szef szefowa lider
                przewodniczący przewodnicząca sekretarz rzecznik rzeczniczka ambasador gubernator
                burmistrz poseł posłanka senator wiceminister wicepremier marszałek generał pułkownik
                prokurator dyrektor prezes ekspert analityk politolog dziennikarz dziennikarka aktor
                aktorka pisarz reżyser trener adwokat ekonomista historyk profesor papież biskup
                arcybiskup kardynał doradca komisarz kandydat kandydatka działacz
                prezydentka premierka ministra kanclerka dyrektorka prokuratorka ambasadorka komisarka
                liderka
                """),
            modifiers: wordSet("były była nowy generalny generalna pierwszy główny zastępca ówczesny"),
            parts: wordSet(
                """
                spraw zagranicznych wewnętrznych obrony narodowej finansów gospodarki sprawiedliwości
                zdrowia edukacji kultury energii do stanu rady europejskiej komisji sejmu senatu rządu
                partii msz mon w i
                """),
            adjectiveEndings: [
                "ski", "skiego", "skiemu", "skim", "ska", "skiej", "ską", "cki", "ckiego", "ckim",
            ]),
        "tr": RolesAbroad(
            roles: wordSet(
                """
                cumhurbaşkanı başbakan başbakanı bakan bakanı başkan başkanı lider lideri sözcü sözcüsü
                genel sekreteri sekreter büyükelçi büyükelçisi vali valisi milletvekili senatör komutan
                komutanı general orgeneral albay savcı savcısı müdür müdürü uzman uzmanı gazeteci yazar
                oyuncu yönetmen avukat avukatı profesör papa patrik şansölye şansölyesi kral kralı kraliçe
                yardımcısı danışmanı temsilcisi adayı prensi şef şefi başsavcı başsavcısı sekreteri
                """),
            modifiers: wordSet("eski yeni genel özel"),
            parts: wordSet(
                """
                dışişleri içişleri bakanlığı ofisi savunma millî milli maliye ekonomi adalet sağlık eğitim
                kültür enerji hazine ve ticaret çalışma dış iç işleri meclis meclisi devlet birleşik parti
                partisi belediye konseyi komisyonu
                """),
            isRoleLast: true),
        "az": RolesAbroad(
            roles: wordSet(
                """
                prezident prezidenti nazir naziri lider lideri sədr sədri spiker spikeri katib katibi
                sözçü sözçüsü səfir səfiri deputat deputatı senator qubernator mer meri general polkovnik
                prokuror prokuroru direktor direktoru rəhbəri başçısı müavini köməkçisi nümayəndəsi
                komandanı ekspert politoloq jurnalist yazıçı aktyor professor papa patriarx kansler
                kansleri kral kralı şeyx
                """),
            modifiers: wordSet("keçmiş sabiq yeni baş birinci vitse xüsusi"),
            parts: wordSet(
                """
                xarici daxili mətbuat işlər müdafiə maliyyə iqtisadiyyat ədliyyə səhiyyə elm təhsil
                mədəniyyət energetika dövlət milli məclisin məclisinin şurasının komissiyasının
                nazirliyinin partiyasının ittifaqı və
                """),
            isRoleLast: true),
        "hy": RolesAbroad(
            roles: wordSet(
                """
                նախագահ վարչապետ նախարար փոխնախարար փոխվարչապետ փոխնախագահ կանցլեր թագավոր ղեկավար
                առաջնորդ քարտուղար խոսնակ դեսպան պատգամավոր սենատոր նահանգապետ մարզպետ քաղաքապետ գեներալ
                գնդապետ դատախազ տնօրեն փորձագետ վերլուծաբան քաղաքագետ լրագրող գրող դերասան ռեժիսոր մարզիչ
                փաստաբան տնտեսագետ պատմաբան պրոֆեսոր կաթողիկոս պապ խորհրդական ներկայացուցիչ հանձնակատար
                պաշտպան տեղակալ հրամանատար պետքարտուղար
                """),
            modifiers: wordSet("նախկին նոր գլխավոր առաջին մամուլի պետական"),
            parts: wordSet(
                """
                արտաքին ներքին գործերի պաշտպանության ֆինանսների էկոնոմիկայի արդարադատության
                առողջապահության կրթության գիտության մշակույթի ազգային ժողովի խորհրդի անվտանգության
                կառավարության խմբակցության կուսակցության նախարարության եվրոպական եվրահանձնաժողովի ԱԳ ՊՆ ԱԽ
                և
                """.lowercased()),
            isRoleLast: true),
        "ka": RolesAbroad(
            roles: wordSet(
                """
                პრეზიდენტი პრემიერ მინისტრი კანცლერი მეფე ლიდერი მდივანი სპიკერი თავმჯდომარე
                წარმომადგენელი ელჩი დეპუტატი სენატორი გუბერნატორი მერი გენერალი პოლკოვნიკი პროკურორი
                დირექტორი ექსპერტი ანალიტიკოსი ჟურნალისტი მწერალი მსახიობი რეჟისორი მწვრთნელი ადვოკატი
                პროფესორი პატრიარქი პაპი მრჩეველი კომისარი ხელმძღვანელი მოადგილე
                """),
            modifiers: wordSet("ყოფილი ახალი გენერალური პრემიერ ვიცე სახელმწიფო"),
            parts: wordSet(
                """
                საგარეო საქმეთა შინაგან თავდაცვის ფინანსთა ეკონომიკის იუსტიციის ჯანდაცვის განათლების
                კულტურის პარლამენტის მთავრობის პარტიის და
                """),
            isRoleLast: true),
        "fr": RolesAbroad(
            roles: wordSet(
                """
                président présidente ministre chancelier chancelière roi reine prince princesse chef
                cheffe leader secrétaire porte-parole ambassadeur ambassadrice gouverneur gouverneure
                maire député députée sénateur sénatrice préfet général colonel commandant procureur
                procureure directeur directrice pdg fondateur expert experte analyste journaliste écrivain
                acteur actrice réalisateur chanteur chanteuse entraîneur avocat avocate économiste
                historien historienne professeur pape patriarche évêque cardinal conseiller conseillère
                commissaire candidat candidate chercheur chercheuse haut-représentant émissaire parole
                """),
            modifiers: wordSet(
                "premier première ancien ancienne ex vice nouveau nouvelle feu actuel porte secrétaire haut"),
            parts: wordSet(
                """
                de du des d' l' la le les à aux au et affaires étrangères étranger intérieur défense
                économie finances justice santé éducation culture énergie transports état général générale
                délégué déléguée armées gouvernement parti république parlement assemblée sénat conseil
                commission région ville municipal
                """), hasComma: true),
        "es": RolesAbroad(
            roles: wordSet(
                """
                presidente presidenta ministro ministra canciller rey reina príncipe princesa jefe jefa
                líder secretario secretaria portavoz vocero vocera embajador embajadora gobernador
                gobernadora alcalde alcaldesa diputado diputada senador senadora general coronel
                comandante fiscal director directora fundador experto experta analista periodista escritor
                escritora actor actriz cantante entrenador abogado abogada economista historiador
                historiadora profesor profesora papa patriarca obispo cardenal asesor asesora comisario
                comisaria candidato candidata representante vicepresidente vicepresidenta viceministro
                exministro expresidente
                """),
            modifiers: wordSet("primer primera ex antiguo antigua nuevo nueva entonces alto alta vice"),
            parts: wordSet(
                """
                de del la el los las y en para a asuntos exteriores relaciones interior defensa economía
                hacienda justicia sanidad salud educación cultura energía estado general adjunto gobierno
                partido república parlamento congreso senado comisión consejo
                """), hasComma: true),
        "it": RolesAbroad(
            roles: wordSet(
                """
                presidente presidentessa premier ministro ministra cancelliere cancelliera regina principe
                capo leader segretario segretaria portavoce ambasciatore ambasciatrice governatore
                governatrice sindaco sindaca deputato deputata senatore senatrice generale colonnello
                comandante procuratore procuratrice direttore direttrice fondatore esperto analista
                giornalista scrittore scrittrice attore attrice regista cantante allenatore avvocato
                economista storico professore professoressa papa patriarca vescovo cardinale consigliere
                commissario candidato candidata vicepremier vicepresidente viceministro
                """),
            modifiers: wordSet("primo prima ex nuovo nuova vice allora alto"),
            parts: wordSet(
                """
                di del dello della dei degli delle dell' all' per e esteri interni interno difesa economia
                finanze giustizia salute istruzione cultura energia affari stato generale consiglio
                governo partito repubblica camera senato commissione
                """), hasComma: true),
        "pt": RolesAbroad(
            roles: wordSet(
                """
                presidente presidenta ministro ministra chanceler rei rainha príncipe chefe líder
                secretário secretária porta-voz embaixador embaixadora governador governadora prefeito
                prefeita deputado deputada senador senadora general coronel comandante procurador
                procuradora diretor diretora fundador especialista analista jornalista escritor escritora
                ator atriz cantor cantora treinador advogado advogada economista historiador professor
                professora papa patriarca bispo cardeal assessor assessora comissário candidato candidata
                vice-presidente voz
                """),
            modifiers: wordSet(
                "primeiro primeira ex antigo antiga novo nova então alto vice porta secretário"),
            parts: wordSet(
                """
                de do da dos das e para em negócios relações exteriores estrangeiros interior defesa
                economia fazenda finanças justiça saúde educação cultura energia assuntos estado geral
                governo partido república câmara senado comissão conselho
                """), hasComma: true),
        "de": RolesAbroad(
            roles: wordSet(
                """
                könig königin prinz prinzessin papst bischof kardinal general oberst professor professorin
                regisseur regisseurin schauspieler schauspielerin anwalt anwältin autor autorin
                """),
            modifiers: wordSet(
                "ehemalige ehemaliger ehemaligen frühere früherer früheren neue neuer neuen damalige "
                    + "stellvertretende stellvertretender stellvertretenden designierte amtierende"),
            parts: wordSet("der des von"),
            roleEndings: [
                "minister", "ministers", "ministerin", "präsident", "präsidenten", "präsidentin", "kanzler",
                "kanzlers",
                "kanzlerin", "chef", "chefin", "chefs", "sprecher", "sprecherin", "sekretär", "sekretärin",
                "vorsitzende", "vorsitzender", "vorsitzenden", "beauftragte", "beauftragter", "botschafter",
                "botschafterin", "kommissar", "kommissarin", "kandidat", "kandidatin", "führer", "führerin",
                "trainer",
                "trainerin", "experte", "expertin", "meister", "meisterin", "abgeordnete", "abgeordneter",
                "senator",
                "senatorin", "forscher", "forscherin", "politiker", "politikerin", "leiter", "leiterin",
                "direktor",
                "direktorin", "journalist", "journalistin", "historiker", "historikerin", "ökonom",
                "ökonomin",
                "staatsrat", "berater", "beraterin", "stadtrat", "gemeinderat", "nationalrat", "landrat",
                "landrätin", "staatsanwalt",
            ], isRoleLast: true),
        "nl": RolesAbroad(
            roles: wordSet(
                """
                koning koningin prins prinses paus bisschop kardinaal generaal kolonel hoogleraar
                regisseur acteur actrice advocaat schrijver burgemeester premier hoofd baas chef topvrouw
                """),
            modifiers: wordSet("voormalig voormalige oud nieuwe demissionair vice waarnemend"),
            parts: wordSet("van de het buitenlandse binnenlandse zaken defensie financiën justitie"),
            roleEndings: [
                "minister", "president", "kanselier", "leider", "woordvoerder", "secretaris", "voorzitter",
                "ambassadeur", "commissaris", "kandidaat", "trainer", "expert", "deskundige", "onderzoeker",
                "politicus", "directeur", "journalist", "historicus", "econoom", "topman", "lijsttrekker",
            ], isRoleLast: true),
        "ar": RolesAbroad(
            roles: wordSet(
                """
                الرئيس رئيس رئيسة الوزير وزير وزيرة المستشار مستشار المستشارة الملك ملك الأمير أمير
                الأميرة السلطان الشيخ الأمين أمين المتحدث المتحدثة الناطق زعيم الزعيم قائد القائد السفير
                سفير السيناتور النائب نائب محافظ حاكم عمدة الجنرال اللواء العميد العقيد الفريق المبعوث
                مبعوث المفوض مفوض المدعي مدير المدير الخبير المحلل الكاتب الصحفي الصحفية الممثل الممثلة
                الفنان الفنانة المخرج المدرب المحامي الدكتور البابا البطريرك السيد السيدة ولي
                """),
            modifiers: wordSet(""),
            parts: wordSet(
                """
                الوزراء الخارجية الداخلية الدفاع المالية الاقتصاد العدل الصحة التعليم الثقافة الطاقة العام
                العامة الرسمي باسم الأممي الخاص السابق السابقة الجديد المنتخب الراحل البرلمان النواب مجلس
                الشيوخ الحزب حزب الحكومة الدولة الأعلى الأركان الجمهورية للأمم المتحدة العهد لشؤون
                الأوروبي الأوروبية المفوضية وزارة
                """)),
        "fa": RolesAbroad(
            roles: wordSet(
                """
                رئیس رئیس\u{200C}جمهور رئیس\u{200C}جمهوری رئیسجمهور رییس رییس\u{200C}جمهور
                نخست\u{200C}وزیر نخستوزیر وزیر معاون سخنگوی سخنگو دبیرکل دبیر رهبر فرمانده سفیر
                نماینده سناتور استاندار شهردار سردار سرلشکر سرهنگ ژنرال صدراعظم پادشاه شاه ولیعهد امیر
                آیت\u{200C}الله آیتالله حجت\u{200C}الاسلام دکتر آقای خانم مشاور فرستاده مدیر کارشناس
                تحلیلگر نویسنده روزنامه\u{200C}نگار بازیگر کارگردان سرمربی مربی وکیل دادستان پاپ کاردار
                وزیران
                """),
            modifiers: wordSet("نخست سابق پیشین اسبق"),
            parts: wordSet(
                """
                جمهور جمهوری اسلامی امور خارجه کشور دفاع اقتصاد دارایی دادگستری بهداشت آموزش فرهنگ نیرو
                نفت وزارت مجلس شورای شورا عالی امنیت ملی کل سازمان ملل متحد اتحادیه اروپا حزب دولت
                کابینه سپاه پاسداران انقلاب ارتش نیروهای مسلح ستاد کاخ سفید دفتر ویژه کمیسیون خارجی
                سیاست و در سابق پیشین
                """),
            hasComma: true),
    ]
}
