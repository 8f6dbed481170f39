/// The same of further languages.
extension DemonymsAbroad {
    static let further: [String: [String: String]] = [
        "bg": stems(
            """
            AM:арменск AZ:азербайджанск GE:грузинск RU:руск UA:украинск TR:турск IR:иранск
            US:американск,щатск FR:френск DE:германск,немск GB:британск CN:китайск IN:индийск IL:израелск
            SY:сирийск PL:полск IT:италианск ES:испанск JP:японск BY:беларуск,белоруск HU:унгарск
            RS:сръбск,сърбск GR:гръцк NL:нидерландск,холандск EG:египетск RO:румънск BG:българск
            MK:македонск,северномакедонск AL:албанск ME:черногорск HR:хърватск SI:словенск SK:словашк
            CZ:чешк LB:ливанск PS:палестинск IQ:иракск AF:афганистанск KR:южнокорейск KP:севернокорейск
            AT:австрийск CH:швейцарск BE:белгийск DK:датск SE:шведск NO:норвежк FI:финландск,финск
            LT:литовск LV:латвийск EE:естонск MD:молдовск KZ:казахстанск SA:саудитск CA:канадск
            AU:австралийск BR:бразилск AR:аржентинск MX:мексиканск PT:португалск
            """),
        "cs": stems(
            """
            AM:arménsk AZ:ázerbájdžánsk GE:gruzínsk RU:rusk UA:ukrajinsk TR:tureck IR:íránsk US:americk
            FR:francouzsk DE:německ GB:britsk CN:čínsk IN:indick IL:izraelsk SY:syrsk PL:polsk IT:italsk
            ES:španělsk JP:japonsk BY:bělorusk HU:maďarsk RS:srbsk GR:řeck NL:nizozemsk EG:egyptsk RO:rumunsk
            BG:bulharsk SK:slovensk CZ:česk AT:rakousk CH:švýcarsk LB:libanonsk PS:palestinsk IQ:iráck
            AF:afghánsk KR:jihokorejsk KP:severokorejsk LT:litevsk LV:lotyšsk EE:estonsk FI:finsk SE:švédsk
            NO:norsk DK:dánsk KZ:kazašsk MD:moldavsk BE:belgick PT:portugalsk HR:chorvatsk SI:slovinsk
            SA:saúdskoarabsk,saúdsk CA:kanadsk BR:brazilsk MX:mexick AR:argentinsk AU:australsk
            """),
        "da": norse, "no": norse, "nb": norse, "nn": norse,
        "sv": stems(
            """
            AM:armenisk AZ:azerbajdzjansk GE:georgisk RU:rysk UA:ukrainsk TR:turkisk IR:iransk US:amerikansk
            FR:fransk DE:tysk GB:brittisk CN:kinesisk IN:indisk IL:israelisk SY:syrisk PL:polsk IT:italiensk
            ES:spansk JP:japansk BY:belarusisk,vitrysk HU:ungersk RS:serbisk GR:grekisk NL:nederländsk
            EG:egyptisk FI:finländsk,finsk NO:norsk DK:dansk SE:svensk AT:österrikisk CH:schweizisk BE:belgisk
            LB:libanesisk PS:palestinsk IQ:irakisk AF:afghansk KR:sydkoreansk KP:nordkoreansk LT:litauisk
            LV:lettisk EE:estnisk RO:rumänsk BG:bulgarisk CZ:tjeckisk SK:slovakisk CA:kanadensisk
            BR:brasiliansk MX:mexikansk AU:australisk SA:saudisk QA:qatarisk PK:pakistansk KZ:kazakisk
            """),
        "el": stems(
            """
            AM:αρμενικ,αρμένι AZ:αζερικ,αζέρ,αζερμπαϊτζανικ GE:γεωργιαν RU:ρωσικ,ρώσ UA:ουκρανικ,ουκραν
            TR:τουρκικ,τούρκ IR:ιρανικ,ιραν US:αμερικανικ,αμερικαν FR:γαλλικ,γάλλ DE:γερμανικ,γερμαν
            GB:βρετανικ,βρεταν CN:κινεζικ,κινέζ IN:ινδικ,ινδ IL:ισραηλιν SY:συριακ,σύρι PL:πολωνικ,πολων
            IT:ιταλικ,ιταλ ES:ισπανικ,ισπαν JP:ιαπωνικ,ιάπων BY:λευκορωσικ HU:ουγγρικ,ούγγρ RS:σερβικ,σέρβ
            GR:ελληνικ,έλλην CY:κυπριακ,κύπρι EG:αιγυπτιακ,αιγύπτι BG:βουλγαρικ,βούλγαρ RO:ρουμανικ,ρουμάν
            AL:αλβανικ,αλβαν LB:λιβανικ PS:παλαιστινιακ,παλαιστίνι IQ:ιρακιν NL:ολλανδικ,ολλανδ
            BE:βελγικ,βέλγ AT:αυστριακ CH:ελβετικ,ελβετ SE:σουηδικ,σουηδ CZ:τσεχικ KR:νοτιοκορεατικ
            KP:βορειοκορεατικ SA:σαουδαραβικ QA:καταριαν CA:καναδικ,καναδ BR:βραζιλιάνικ AU:αυστραλιαν
            """),
        "fi": stems(
            """
            AM:armenialai AZ:azerbaidžanilai GE:georgialai RU:venäläi UA:ukrainalai TR:turkkilai IR:iranilai
            US:yhdysvaltalai,amerikkalai FR:ranskalai DE:saksalai GB:brittiläi CN:kiinalai IN:intialai
            IL:israelilai SY:syyrialai PL:puolalai IT:italialai ES:espanjalai JP:japanilai BY:valkovenäläi
            HU:unkarilai RS:serbialai GR:kreikkalai NL:hollantilai,alankomaalai EG:egyptiläi FI:suomalai
            SE:ruotsalai NO:norjalai DK:tanskalai EE:virolai LV:latvialai LT:liettualai PS:palestiinalai
            LB:libanonilai KR:eteläkorealai KP:pohjoiskorealai CA:kanadalai AT:itävaltalai CH:sveitsiläi
            """),
        "he": stems(
            """
            AM:ארמני AZ:אזרי,אזרבייג'ני GE:גאורגי,גיאורגי RU:רוסי UA:אוקראיני TR:טורקי,תורכי IR:איראני,אירני
            US:אמריקאי,אמריקני FR:צרפתי DE:גרמני GB:בריטי CN:סיני IN:הודי IL:ישראלי SY:סורי LB:לבנוני
            EG:מצרי JO:ירדני SA:סעודי PL:פולני IT:איטלקי ES:ספרדי JP:יפני HU:הונגרי PS:פלסטיני QA:קטרי
            IQ:עיראקי YE:תימני BY:בלארוסי NL:הולנדי BE:בלגי AT:אוסטרי CH:שווייצרי SE:שוודי NO:נורווגי
            GR:יווני RS:סרבי RO:רומני BG:בולגרי CZ:צ'כי CA:קנדי BR:ברזילאי AU:אוסטרלי KR:דרום-קוריאני
            """),
        "hu": stems(
            """
            AM:örmény AZ:azerbajdzsáni,azeri GE:grúz RU:orosz UA:ukrán TR:török IR:iráni US:amerikai
            FR:francia DE:német GB:brit CN:kínai IN:indiai IL:izraeli SY:szíriai PL:lengyel IT:olasz
            ES:spanyol JP:japán BY:fehérorosz HU:magyar RS:szerb GR:görög NL:holland EG:egyiptomi RO:román
            SK:szlovák CZ:cseh AT:osztrák HR:horvát SI:szlovén BG:bolgár LB:libanoni PS:palesztin IQ:iraki
            AF:afgán KR:dél-koreai KP:észak-koreai LT:litván LV:lett EE:észt FI:finn SE:svéd NO:norvég
            DK:dán KZ:kazah MD:moldovai,moldáv BE:belga CH:svájci PT:portugál CA:kanadai BR:brazil
            SA:szaúdi QA:katari AL:albán AU:ausztrál MX:mexikói AR:argentin
            """),
        "ro": stems(
            """
            AM:armean AZ:azer,azerbaidjan GE:georgian RU:rus UA:ucrainean TR:turc IR:iranian US:american
            FR:francez DE:german GB:britanic CN:chinez IN:indian IL:israelian SY:sirian PL:polonez IT:italian
            ES:spaniol JP:japonez BY:belarus HU:maghiar,ungar RS:sârb GR:grec,elen NL:olandez EG:egiptean
            RO:român MD:moldovean BG:bulgar LB:libanez PS:palestinian IQ:irakian AF:afgan KR:sud-coreean
            KP:nord-coreean AT:austriac CH:elvețian BE:belgian SE:suedez NO:norvegian DK:danez FI:finlandez
            CZ:ceh SK:slovac LT:lituanian LV:leton EE:eston KZ:kazah SA:saudit CA:canadian BR:brazilian
            """),
    ]

    private static let norse = stems(
        """
        AM:armensk AZ:aserbajdsjansk GE:georgisk RU:russisk UA:ukrainsk TR:tyrkisk IR:iransk US:amerikansk
        FR:fransk DE:tysk GB:britisk CN:kinesisk IN:indisk IL:israelsk SY:syrisk PL:polsk IT:italiensk
        ES:spansk JP:japansk BY:hviderussisk,belarusisk,belarussisk HU:ungarsk RS:serbisk GR:græsk,gresk
        NL:hollandsk,nederlandsk EG:egyptisk,ægyptisk SE:svensk NO:norsk DK:dansk FI:finsk
        AT:østrigsk,østerriksk CH:schweizisk,sveitsisk BE:belgisk LB:libanesisk
        PS:palæstinensisk,palestinsk IQ:irakisk AF:afghansk KR:sydkoreansk,sørkoreansk KP:nordkoreansk
        LT:litauisk LV:lettisk EE:estisk RO:rumænsk,rumensk BG:bulgarsk CZ:tjekkisk,tsjekkisk SK:slovakisk
        CA:canadisk,kanadisk BR:brasiliansk SA:saudisk
        """)
}
