/// Words whose capitals say nothing.
enum IdleWords {
    /// Articles, pronouns, prepositions, conjunctions and adverbs that sentences begin with.
    static func small(_ language: String) -> WordSet { byLanguage[language] ?? [] }

    private static let byLanguage: [String: WordSet] = {
        let russian = wordSet(
            """
            и в на но как по это он она они мы вы я а с к у за из от до для при без под над о об что кто
            где когда если так же ещё еще уже только также однако поэтому потом после перед между во все
            всё его её их этот эта эти тот та те такой такие там тут здесь теперь сейчас сегодня вчера
            завтра не ни да нет или либо ведь вот даже лишь более менее почему зачем чтобы хотя пока ранее
            кроме вместо среди
            """)
        let scandinavian = wordSet(
            """
            det den de en et ett og och i på av til till fra från med om men som er är var har hade han
            hun hon vi jeg jag du dere ni ikke inte også också etter efter før innan nå nu da då når när
            hvis for för dette denne detta denna disse dessa der där her här så at att under over över
            mellom mellan flere flera mange många alle alla noen några ingen ifølge enligt eller både selv
            själv hva vad hvor
            """)
        return [
            "de": wordSet(
                """
                der die das den dem des ein eine einen einem einer eines kein keine keinen und oder aber
                denn doch sondern als wenn weil dass ob wie wo was wer wann warum welche welcher welches
                er sie es wir ihr ich du man sich sein seine seiner seinen ihre ihrer ihren unser unsere
                dieser diese dieses diesen diesem jener jene jeder jede jedes alle alles viele vieles mehr
                mehrere einige manche beide in im an am auf aus bei beim bis durch für gegen hinter mit
                nach neben ohne seit statt trotz über um unter von vom vor während wegen zu zum zur
                zwischen auch noch nur schon sehr so dann da dort hier heute gestern morgen jetzt nun
                immer nie nicht nichts etwas bereits zuletzt zudem außerdem dabei dafür dagegen daher
                damit danach daran darauf daraus darin darum davon davor dazu deshalb deswegen hierzulande
                inzwischen jedoch laut mittlerweile nachdem obwohl sobald solange sogar somit sonst
                trotzdem übrigens ungefähr vielleicht wieder zwar indes klar war waren ist sind hat haben
                hatte hatten wird werden wurde wurden kann können soll sollen muss müssen will wollen
                zunächst schließlich insgesamt erst eben allerdings demnach dennoch ebenso ferner folglich
                gerade genau kaum lediglich neu neue neuen neuer neues rund weit weitere weiteren ab je
                zwei drei vier fünf sechs sieben acht neun zehn ja nein bitte
                """),
            "fr": wordSet(
                """
                l' d' qu' s' n' c' j' m' t' jusqu' lorsqu' puisqu' le la les un une des du de au aux ce
                cet cette ces mon ma mes son sa ses leur leurs notre nos votre vos il elle ils elles on
                nous vous je tu qui que quoi dont où quand comment pourquoi et ou mais donc or ni car si
                comme dans en sur sous par pour avec sans chez entre vers depuis pendant avant après dès
                selon malgré contre parmi plus moins très trop aussi alors ainsi enfin puis ensuite encore
                déjà toujours jamais ici là hier aujourd'hui demain tout toute tous toutes chaque
                plusieurs certains certaines aucun aucune autre autres même ne pas non oui c'est est sont
                était cela ceci celui celle ceux celles lors lorsque afin parce tandis cependant toutefois
                pourtant à hors outre
                """),
            "es": wordSet(
                """
                presidencia gobierno estado junta fiscalía reyes el la los las un una unos unas lo al del
                de a ante bajo con contra desde en entre hacia hasta para por según sin sobre tras y e o u
                pero sino porque pues aunque si como cuando donde quien que cual cuyo él ella ellos ellas
                nosotros usted ustedes yo tú su sus mi mis nuestro nuestra este esta estos estas ese esa
                esos esas aquel aquella esto eso ya no sí muy más menos también tampoco además así ahora
                hoy ayer mañana luego después antes siempre nunca aquí allí todo toda todos todas cada
                otro otra otros otras algunos algunas muchos muchas varios varias ambos fue es son era hay
                ha han está están tanto mientras durante mediante embargo
                """),
            "it": wordSet(
                """
                l' d' un' dell' all' nell' sull' dall' quest' quell' il lo la i gli le un uno una di a da
                in con su per tra fra del dello della dei degli delle al allo alla ai agli alle dal dallo
                dalla dai dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle e ed
                o ma però anche se come quando dove chi che cui perché poiché mentre dopo prima durante
                secondo contro senza sotto sopra verso non sì no più meno molto poco già ancora sempre mai
                oggi ieri domani ora poi così qui lì questo questa questi queste quello quella quelli
                quelle suo sua suoi sue loro noi voi io tu lui lei essi tutto tutta tutti tutte ogni altro
                altra altri altre è sono era ha
                """),
            "pt": wordSet(
                """
                o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela pelos pelas para
                com sem sob sobre entre até desde após ante contra segundo conforme durante e ou mas porém
                que se como quando onde quem qual porque pois embora enquanto ele ela eles elas nós você
                vocês eu tu seu sua seus suas meu minha nosso nossa este esta estes estas esse essa esses
                essas aquele aquela isto isso não sim muito mais menos também já ainda sempre nunca hoje
                ontem amanhã agora depois antes aqui ali lá todo toda todos todas cada outro outra outros
                outras alguns algumas muitos muitas vários várias foi é são era há
                """),
            "nl": wordSet(
                """
                de het een en of maar want dus als dan dat die dit deze wie wat waar wanneer waarom hoe
                hij zij ze we wij ik je jij u jullie hun zijn haar mijn ons onze er in op aan bij met van
                voor naar uit over onder tussen door tegen zonder tot sinds tijdens na om te ook nog al nu
                toen hier daar niet geen wel meer minder veel weinig alle alles elke ieder sommige andere
                volgens omdat hoewel terwijl vandaag gisteren morgen
                """),
            "tr": wordSet(
                """
                bu şu o bir ve ile ama fakat ancak için gibi kadar daha en çok az da de ki ne nasıl neden
                niçin kim hangi her bazı bütün tüm hiç ben sen biz siz onlar onun bunun şimdi bugün dün
                yarın sonra önce göre karşı olarak olan ise veya ya hem eğer çünkü böyle şöyle öyle burada
                orada
                """),
            "pl": wordSet(
                """
                i a w we na z ze do od po pod nad przed za o u dla bez przy przez między oraz ale lecz
                jednak więc bo gdy kiedy jeśli jak co kto gdzie dlaczego czy że to ten ta te tego tej tym
                jego jej ich on ona oni one my wy ja ty się nie tak tylko już jeszcze też także bardzo
                więcej teraz dziś wczoraj jutro potem wszystko wszyscy każdy inny niektóre według podczas
                podobnie
                """),
            "ru": russian,
            "uk": wordSet(
                """
                і й та в у на але як за з із до від для при без під над про що хто де коли якщо так вже
                лише також однак тому після перед між він вона вони ми ви я це цей ця ці той ті не ні чи
                або навіть більше
                """),
            "bg": wordSet(
                """
                в във с със на от за до по при през към сред след преди според без над под пред зад между
                край и а но или че ще да не като ако когато където кой коя кои какво защо как този тази
                това тези той тя то те ние вие аз ти е са беше бяха има няма също още вече само обаче
                затова защото поради освен въпреки вчера днес утре сега после тогава тук там повече много
                всички всеки всяка един една едно
                """),
            "el": wordSet(
                """
                ο η το οι τα τον την του της των τους τις στο στη στην στον στα στους στις σε από για με
                χωρίς μετά πριν κατά προς υπό επί μεταξύ σύμφωνα ως και κι ή αλλά όμως ωστόσο ενώ αν όταν
                όπως που πού ποιος ποια τι γιατί πώς αυτό αυτός αυτή αυτοί αυτά ένας μία μια ένα δεν μην
                μη να θα ακόμη ακόμα επίσης σήμερα χθες αύριο τώρα εκεί εδώ όλοι όλες όλα κάθε πολλοί
                πολλές πολλά λίγο πιο είναι ήταν έχει έχουν
                """),
            "fi": wordSet(
                """
                ja mutta tai sekä että kun jos koska vaikka mikä kuka missä miten miksi tämä se nämä ne
                hän he me te minä sinä ei on oli ovat myös vielä jo nyt tänään eilen huomenna sitten
                kuitenkin lisäksi mukaan aikana jälkeen ennen kaikki moni useat yksi kaksi kolme
                """),
            "hu": wordSet(
                """
                a az egy és de hogy ha mint mert ez azt ezt ezek azok nem is már még most ma tegnap holnap
                ki mi hol mikor miért hogyan után előtt szerint között minden sok több ő ők ti én te volt
                van lesz ezért azonban pedig közben
                """),
            "sv": scandinavian, "da": scandinavian, "no": scandinavian, "nb": scandinavian,
            "nn": scandinavian,
            "ka": wordSet("გაზი გაზის გაზს გაზით გაზზე"),
            "ar": wordSet("كورونا المدينة خبر عنك"), "fa": wordSet("بندر مالی آسیب دوشنبه شنبه جمعه"),
            "cs": wordSet(
                """
                podle v ve na do z ze o po pro při před s se k ke u i a ale nebo že když jak kde kdo co
                ten ta to tento tato toto jeho její jejich on ona ono oni my vy já ty už ještě také pak
                tak proto protože však kromě mezi během od až bez nad pod přes dnes včera zítra letos loni
                více méně není je jsou byl byla bylo
                """),
            "ro": wordSet(
                """
                în din la de pe cu pentru după potrivit între prin fără sub peste și sau dar că dacă când
                cum unde cine ce care el ea ei ele noi voi eu tu acest această acești aceste acel acea nu
                da mai foarte toate toți astăzi ieri mâine acum apoi însă deci este sunt era a au
                """),
            "hy": wordSet(
                """
                և բայց իսկ նաև այս այդ այն նա նրանք մենք դուք ես դու որ թե ըստ ինչ ով երբ որտեղ ինչպես
                ինչու հետո մինչ մինչև սակայն այսօր երեկ վաղը այժմ արդեն դեռ միայն ավելի շատ բոլոր ամեն մեկ
                երկու երեք ոչ այո եթե որպես
                """),
            "az": wordSet(
                """
                bu o və amma lakin ancaq həm isə ki nə kim harada necə niyə dünən sabah bugün artıq hələ
                yalnız daha çox bütün hər bir iki üç yox bəli əgər görə sonra əvvəl qədər üçün ilə onun
                onlar biz siz mən sən
                """),
            "ca": wordSet(
                """
                el la els les un una uns unes de del dels a al als en amb per sobre entre i o però que qui
                com quan on aquest aquesta aquests aquestes seu seva ell ella ells no sí més també ja avui
                ahir tot tota tots totes
                """),
        ]
    }()

    /// Words before places, and before little else, in several languages.
    static let placers = wordSet(
        """
        in aus nach bei en desde hacia à em te uit naar i från fra till til в во във из през через w we z ze
        v ve у з στο στη στην στον στα στις
        """)

    /// And, in languages that have capitals.
    static let joiners = wordSet("und et e ed y en och og i a и й та і ve və և ու")

    /// What stands before a noun of German.
    static let determiners = wordSet(
        """
        der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
        mein meine meinen sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser
        unsere unseren unserer unserem dieser diese dieses diesen diesem jener jene jenes jeder jede jedes
        jeden jedem alle allen aller viele vielen vieler wenige mehrere mehreren einige einigen manche
        welche welcher welches im am zum zur beim vom ins ans solche solchen beide beiden zwei drei vier
        fünf sechs sieben acht neun zehn
        """)

    /// Endings that nouns of German have.
    static let nounEndings = [
        "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "tät",
        "täten",
        "ismus", "ismen", "nis", "nisse", "nissen", "tum", "enz", "anz", "ität", "ling", "linge", "chen",
        "lein",
        "ment", "mente", "eur", "eure", "istin", "innen", "erin", "ologe", "ologen", "graf", "grafen",
        "kraft",
        "kräfte", "krise", "gesetz", "gesetze", "gericht", "gerichte", "verfahren", "minister", "ministerium",
        "behörde", "behörden", "partei", "parteien", "politik", "wirtschaft", "stadt", "städte", "platz",
        "plätze",
        "straße", "straßen", "bahn", "haus", "häuser", "markt", "märkte", "jahr", "jahre", "jahren", "zeit",
        "zeiten",
        "tag", "tage", "tagen", "zahl", "zahlen", "arbeit", "arbeiten", "leute", "kinder", "frauen", "männer",
        "präsident", "präsidentin", "ministerin", "kanzler", "kanzlerin", "sprecher", "sprecherin", "chef",
        "chefin",
    ]

    /// One of the most usual nouns of German, in whatever case.
    static func isUsual(_ word: String) -> Bool {
        usualNouns.contains(word) || word.hasSuffix("s") && usualNouns.contains(String(word.dropLast()))
            || word.hasSuffix("es") && usualNouns.contains(String(word.dropLast(2)))
    }

    /// The most usual nouns of German news, and what is written with a capital beside them.
    private static let usualNouns = wordSet(
        """
        grund gründe gründen frau frauen mann männer mensch menschen kind kinder kindern leute person
        personen jahr jahre jahren jahres monat monate monaten monats woche wochen tag tage tagen tages
        stunde stunden minute minuten uhr zeit zeiten euro dollar cent prozent million millionen milliarde
        milliarden mal male montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar
        februar märz april mai juni juli august september oktober november dezember frühling frühjahr
        sommer herbst winter land länder ländern stadt städte städten staat staaten gemeinde gemeinden
        kreis region regionen welt regierung regierungen partei parteien polizei gericht gerichte gesetz
        gesetze recht rechte rechten krieg kriege frieden armee soldaten soldat truppen waffen angriff
        angriffe geld kosten preis preise markt märkte firma firmen prinz prinzessin märtyrer kanton
        kantone waren ware fass unternehmen konzern konzerne bank banken börse aktie aktien arbeit job
        jobs schule schulen schüler lehrer universität studie studien studium forscher wissenschaft
        wissenschaftler haus häuser wohnung wohnungen straße straßen platz weg wege auto autos bahn zug
        züge flug flugzeug schiff schiffe wasser luft erde himmel sonne licht nacht abend morgen mittag
        feuer brand unfall tod tote toten opfer täter fall fälle frage fragen antwort antworten problem
        probleme lösung ziel ziele plan pläne idee ideen thema themen teil teile anteil hälfte drittel
        viertel ende anfang mitte seite seiten ort orte stelle stellen bezug rahmen folge folgen ergebnis
        ergebnisse zahl zahlen daten angaben angabe informationen bericht berichte medien presse zeitung
        zeitungen fernsehen radio internet foto fotos bild bilder film filme buch bücher musik kunst
        kultur theater spiel spiele team teams trainer spieler fans saison liga verein tor tore sieg siege
        punkt punkte titel meister weltmeister finale halbfinale viertelfinale hilfe hilfen schutz
        sicherheit gefahr risiko chance chancen erfolg erfolge verlust verluste gewinn gewinne schaden
        schäden energie strom gas öl klima natur umwelt wald wälder tiere tier hund hunde katze pferd
        vogel vögel gesundheit arzt ärzte krankenhaus patient patienten virus corona impfung körper herz
        kopf hand hände auge augen gesicht liebe angst freude wut familie familien eltern mutter vater
        sohn tochter bruder schwester freund freunde freundin leben alter jugend jugendliche gruppe
        gruppen mitglied mitglieder vertreter experte experten expertin sprecherin anwalt richter zeuge
        zeugen verdacht untersuchung ermittlungen ermittler anklage urteil strafe haft freiheit gewalt
        protest proteste demonstration streik wahl wahlen wähler stimme stimmen mehrheit koalition
        opposition fraktion bundestag bundesrat landtag abgeordnete politik politiker grenze grenzen
        gebiet gebiete norden süden osten westen wirtschaft industrie handel export import steuern steuer
        haushalt schulden zinsen inflation rente lohn löhne technik technologie software computer handy
        app system systeme netz netzwerk modell modelle produkt produkte kunde kunden dienst dienste
        angebot angebote essen trinken restaurant hotel reise reisen urlaub wetter regen schnee
        temperaturen grad kilometer meter zentimeter gramm kilogramm liter tonnen quadratmeter
        """)
}
