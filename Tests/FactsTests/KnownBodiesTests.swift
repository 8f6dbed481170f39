import Facts
import Model
import Testing
import Text

/// Large organisations of the world by their names, each in a sentence that says nothing of what it is.
struct KnownBodiesTests {
    private static let names = """
        Securities and Exchange Commission;SEC;Federal Trade Commission;FTC;Federal Communications Commission;FCC;
        National Institutes of Health;NIH;Centers for Disease Control and Prevention;CDC;Food and Drug Administration;FDA;
        Environmental Protection Agency;EPA;Federal Aviation Administration;FAA;National Transportation Safety Board;NTSB;
        Federal Emergency Management Agency;FEMA;National Oceanic and Atmospheric Administration;NOAA;National Weather Service;
        US Geological Survey;USGS;Department of Homeland Security;DHS;Immigration and Customs Enforcement;ICE;
        Customs and Border Protection;Drug Enforcement Administration;DEA;Secret Service;National Security Agency;NSA;
        Central Intelligence Agency;CIA;Federal Bureau of Investigation;FBI;Internal Revenue Service;IRS;Social Security Administration;
        Department of Justice;Justice Department;State Department;Treasury Department;Pentagon;White House;Supreme Court;
        House of Representatives;Senate;Congress;Congressional Budget Office;Federal Reserve;Fed;Joint Chiefs of Staff;National Guard;
        Marine Corps;Coast Guard;US Agency for International Development;USAID;Department of Government Efficiency;DOGE;
        Consumer Financial Protection Bureau;Federal Deposit Insurance Corporation;FDIC;Commodity Futures Trading Commission;CFTC;FINRA;
        Securities and Exchange Board of India;SEBI;Reserve Bank of India;RBI;Bank of England;Bank of Japan;European Banking Authority;
        European Securities and Markets Authority;ESMA;Financial Conduct Authority;FCA;Competition and Markets Authority;CMA;Ofcom;Ofgem;
        Ofsted;HM Revenue and Customs;HMRC;Home Office;Foreign Office;Ministry of Defence;National Health Service;NHS;
        Crown Prosecution Service;CPS;National Crime Agency;Metropolitan Police;Scotland Yard;MI5;MI6;GCHQ;Downing Street;
        House of Commons;House of Lords;Office for National Statistics;ONS;Office for Budget Responsibility;Environment Agency;Met Office;
        Royal Navy;Royal Air Force;RAF;Royal Mail;Network Rail;Thames Water;National Grid;Labour Party;Conservative Party;
        Liberal Democrats;Reform UK;Green Party;Scottish National Party;SNP;Plaid Cymru;Sinn Fein;DUP;Kremlin;State Duma;
        Federation Council;FSB;GRU;SVR;Wagner Group;Rosgvardia;Rostec;Roskomnadzor;Verkhovna Rada;SBU;Elysee;Bundestag;Bundesrat;
        Bundeswehr;Bundesbank;CDU;SPD;AfD;Alternative for Germany;National Rally;La France Insoumise;Knesset;Mossad;Shin Bet;
        Israel Defense Forces;IDF;Likud;Hamas;Hezbollah;Islamic Jihad;Fatah;Palestinian Authority;Islamic Revolutionary Guard Corps;IRGC;
        Revolutionary Guards;Quds Force;Houthis;Taliban;Islamic State;ISIS;Al-Qaeda;Boko Haram;Al-Shabaab;PKK;YPG;
        Syrian Democratic Forces;SDF;Hayat Tahrir al-Sham;Rapid Support Forces;RSF;M23;Tigray People's Liberation Front;TPLF;FARC;ELN;
        Sinaloa Cartel;Jalisco New Generation Cartel;Tren de Aragua;MS-13;Chinese Communist Party;Communist Party of China;
        People's Liberation Army;PLA;Politburo;Kuomintang;Democratic Progressive Party;Bharatiya Janata Party;BJP;
        Indian National Congress;Aam Aadmi Party;Awami League;Pakistan Muslim League;PTI;African National Congress;ANC;
        Democratic Alliance;Economic Freedom Fighters;EFF;ZANU-PF;SWAPO;Southern African Development Community;SADC;
        East African Community;Intergovernmental Authority on Development;IGAD;African Development Bank;Asian Development Bank;
        Asian Infrastructure Investment Bank;Inter-American Development Bank;Organization of American States;OAS;Mercosur;Caricom;
        Pacific Islands Forum;Gulf Cooperation Council;GCC;Organisation of Islamic Cooperation;OIC;Shanghai Cooperation Organisation;SCO;
        Commonwealth of Independent States;CIS;Eurasian Economic Union;Collective Security Treaty Organization;
        International Energy Agency;IEA;International Labour Organization;ILO;International Organization for Migration;IOM;
        Food and Agriculture Organization;FAO;International Maritime Organization;International Civil Aviation Organization;ICAO;
        World Meteorological Organization;WMO;World Intellectual Property Organization;WIPO;UN Human Rights Council;Human Rights Council;
        UN Human Rights Office;International Committee of the Red Cross;Medecins Sans Frontieres;Save the Children;Human Rights Watch;
        Amnesty International;Reporters Without Borders;Committee to Protect Journalists;Freedom House;International Rescue Committee;
        Norwegian Refugee Council;World Central Kitchen;Oxfam;CARE International;Mercy Corps;World Vision;Greenpeace;World Wildlife Fund;
        WWF;Extinction Rebellion;Just Stop Oil;Black Lives Matter;American Civil Liberties Union;ACLU;National Rifle Association;NRA;
        Planned Parenthood;Southern Poverty Law Center;Anti-Defamation League;International Olympic Committee;World Anti-Doping Agency;
        WADA;FIFA;UEFA;World Athletics;International Cricket Council;ICC;Premier League;NFL;NBA;MLB;NHL;Major League Baseball;
        National Football League;Formula One;Manchester United;Real Madrid;Barcelona;Bayern Munich;Paris Saint-Germain;Reuters;
        Associated Press;AP;Agence France-Presse;AFP;Xinhua;TASS;Interfax;RIA Novosti;Al Jazeera;New York Times;Wall Street Journal;
        Washington Post;Financial Times;Guardian;Economist;Fox News;CNN;MSNBC;NPR;Harvard University;Harvard;Stanford University;
        Massachusetts Institute of Technology;MIT;Oxford University;University of Oxford;Cambridge University;Yale University;
        Columbia University;Johns Hopkins University;Imperial College London;London School of Economics;Tsinghua University;
        Peking University;Brookings Institution;Chatham House;RAND Corporation;Council on Foreign Relations;International Crisis Group;
        Institute for the Study of War;Center for Strategic and International Studies;CSIS;Carnegie Endowment for International Peace;
        German Marshall Fund;Royal United Services Institute;RUSI;International Institute for Strategic Studies;
        Stockholm International Peace Research Institute;SIPRI;Pew Research Center;Gallup;North Atlantic Council;
        European External Action Service;Frontex;Europol;Eurojust;European Medicines Agency;EMA;European Court of Justice;
        European Investment Bank;European Bank for Reconstruction and Development;EBRD;Court of Arbitration for Sport;
        Permanent Court of Arbitration;World Economic Forum;Bilderberg;Trilateral Commission;Vatican;Holy See;Church of England;
        Russian Orthodox Church;Southern Baptist Convention;Muslim Brotherhood;Nobel Committee;Smithsonian Institution;
        Library of Congress;Getty Images;NASA;European Space Agency;ISRO;JAXA;SpaceX;Blue Origin;CERN;ITER;Mayo Clinic;Cleveland Clinic;
        Walt Disney Company;Walt Disney World;Disney World;Warner Bros. Discovery;Paramount Global;Universal Music Group;Live Nation;
        Ticketmaster;Sotheby's;Christie's;Bank for International Settlements;BIS;Financial Action Task Force;FATF;
        Financial Stability Board;International Finance Corporation;Paris Club;London Metal Exchange;Chicago Mercantile Exchange;
        New York Stock Exchange;London Stock Exchange;Tokyo Stock Exchange;Hong Kong Monetary Authority;Monetary Authority of Singapore;
        People's Bank of China;China Securities Regulatory Commission;Swiss National Bank;Bank of Canada;Reserve Bank of Australia;
        Royal Canadian Mounted Police;RCMP;Australian Federal Police;ASIO;Parks Canada;Health Canada;Hydro-Québec;Liberal Party;
        New Democratic Party;NDP;Bloc Québécois;Yesh Atid;Shas;Fidesz;Law and Justice;Civic Platform;Syriza;New Democracy;PASOK;Vox;
        Podemos;Forza Italia;Brothers of Italy;Lega;Five Star Movement;Republican People's Party;CHP;Justice and Development Party;
        AK Party;AKP;HDP;DEM Party;Georgian Dream;Civil Contract;Armenian Revolutionary Federation;Dashnaktsutyun;New Azerbaijan Party;
        SOCAR;Baku Initiative Group;Milli Majlis;Artsakh Defence Army;Lemkin Institute;Eurasia Group;Fitch Ratings;
        Moody's Investors Service;S&P Global;Standard & Poor's;McKinsey & Company;Boston Consulting Group;Ernst & Young;Lazard;Rothschild;
        Jefferies;Nomura;Macquarie;Mizuho;Itochu;SMBC;ICBC;China Construction Bank;Bank of China;Agricultural Bank of China;Sberbank;VTB;
        Gazprombank;Tinkoff;Alfa Bank;Halkbank;Ziraat Bank;First Abu Dhabi Bank;Qatar National Bank;Standard Chartered;Standard Bank;
        Nedbank;Absa;Eskom;Transnet;Dangote Group;Safaricom;Ethiopian Airlines;Kenya Airways;Air India;IndiGo;Emirates;Etihad;Saudia;
        Wizz Air;Spirit Airlines;JetBlue;Alaska Airlines;Air Canada;Qantas;Cathay Pacific;Singapore Airlines;Korean Air;ANA;
        Japan Airlines;LATAM;Avianca;Aeromexico;Amtrak;Deutsche Bahn;SNCF;Eurostar;Eurotunnel;Channel Tunnel;Union Pacific;BNSF;
        Norfolk Southern;CSX
        """

    @Test func `bodies that news names are found whole`() {
        let names = Self.names.split { $0 == ";" || $0 == "\n" }.map { $0.trimmed }.filter { !$0.isEmpty }
        let missing = names.filter { name in
            let (facts, article) = FactsTests.facts("A report was sent to the \(name) last week. Officials at the \(name) said that it would look at it.")
            return facts.mentions.filter { $0.kind == .organisation && article.string($0.span) == name }.count < 2
        }
        #expect(names.count > 500)
        #expect(missing.count <= 14, "\(missing)")
    }
}
