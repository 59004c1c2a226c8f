import type { Text } from './text.ts'

type Act = { title: Text; url: string }

const rada = (number: string) => `https://zakon.rada.gov.ua/laws/show/${number}`
const isap = (address: string) => `https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=${address}`
const eli = (address: string) => `https://eur-lex.europa.eu/eli/${address}`

/** The acts that rules and remedies name. The title in the act's own language is the official one. */
export const acts = {
  ua_appeals: {
    title: {
      uk: 'Закон України «Про звернення громадян» № 393/96-ВР',
      pl: 'ukraińska ustawa o wystąpieniach obywateli nr 393/96-WR',
      en: 'Law of Ukraine on Citizens’ Appeals No. 393/96-VR',
    },
    url: rada('393/96-вр'),
  },
  ua_information: {
    title: {
      uk: 'Закон України «Про доступ до публічної інформації» № 2939-VI',
      pl: 'ukraińska ustawa o dostępie do informacji publicznej nr 2939-VI',
      en: 'Law of Ukraine on Access to Public Information No. 2939-VI',
    },
    url: rada('2939-17'),
  },
  ua_ombudsman: {
    title: {
      uk: 'Закон України «Про Уповноваженого Верховної Ради України з прав людини» № 776/97-ВР',
      pl: 'ustawa o Pełnomocniku Rady Najwyższej Ukrainy ds. Praw Człowieka nr 776/97-WR',
      en: 'Law of Ukraine on the Parliament Commissioner for Human Rights No. 776/97-VR',
    },
    url: rada('776/97-вр'),
  },
  ua_procedure: {
    title: {
      uk: 'Закон України «Про адміністративну процедуру» № 2073-IX',
      pl: 'ukraińska ustawa o procedurze administracyjnej nr 2073-IX',
      en: 'Law of Ukraine on Administrative Procedure No. 2073-IX',
    },
    url: rada('2073-20'),
  },
  ua_legal_aid: {
    title: {
      uk: 'Закон України «Про безоплатну правничу допомогу» № 3460-VI',
      pl: 'ukraińska ustawa o bezpłatnej pomocy prawnej nr 3460-VI',
      en: 'Law of Ukraine on Free Legal Aid No. 3460-VI',
    },
    url: rada('3460-17'),
  },
  ua_consultations: {
    title: {
      uk: 'постанова Кабінету Міністрів України № 996 від 3 листопада 2010 року',
      pl: 'uchwała Gabinetu Ministrów Ukrainy nr 996 z 3 listopada 2010 r.',
      en: 'Cabinet of Ministers of Ukraine, Resolution No. 996 of 3 November 2010',
    },
    url: rada('996-2010-п'),
  },
  ua_civil: {
    title: { uk: 'Цивільний кодекс України', pl: 'Kodeks cywilny Ukrainy', en: 'Civil Code of Ukraine' },
    url: rada('435-15'),
  },
  ua_court: {
    title: {
      uk: 'Кодекс адміністративного судочинства України',
      pl: 'ukraiński Kodeks postępowania przed sądami administracyjnymi',
      en: 'Code of Administrative Justice of Ukraine',
    },
    url: rada('2747-15'),
  },
  ua_labour: {
    title: {
      uk: 'Кодекс законів про працю України',
      pl: 'ukraiński Kodeks ustaw o pracy',
      en: 'Labour Code of Ukraine',
    },
    url: rada('322-08'),
  },
  ua_martial_labour: {
    title: {
      uk: 'Закон України «Про організацію трудових відносин в умовах воєнного стану» № 2136-IX',
      pl: 'ukraińska ustawa o stosunkach pracy w stanie wojennym nr 2136-IX',
      en: 'Law of Ukraine on Labour Relations under Martial Law No. 2136-IX',
    },
    url: rada('2136-20'),
  },
  pl_kpa: {
    title: {
      uk: 'польський Кодекс адміністративного провадження (KPA)',
      pl: 'Kodeks postępowania administracyjnego',
      en: 'Polish Code of Administrative Procedure (KPA)',
    },
    url: isap('WDU19600300168'),
  },
  pl_civil: {
    title: { uk: 'Цивільний кодекс Польщі', pl: 'Kodeks cywilny', en: 'Polish Civil Code' },
    url: isap('WDU19640160093'),
  },
  pl_petitions: {
    title: {
      uk: 'польський закон про петиції від 11 липня 2014 року',
      pl: 'ustawa z 11 lipca 2014 r. o petycjach',
      en: 'Polish Petitions Act of 11 July 2014',
    },
    url: isap('WDU20140001195'),
  },
  pl_information: {
    title: {
      uk: 'польський закон про доступ до публічної інформації від 6 вересня 2001 року',
      pl: 'ustawa z 6 września 2001 r. o dostępie do informacji publicznej',
      en: 'Polish Access to Public Information Act of 6 September 2001',
    },
    url: isap('WDU20011121198'),
  },
  pl_ombudsman: {
    title: {
      uk: 'польський закон про Уповноваженого з прав людини (RPO) від 15 липня 1987 року',
      pl: 'ustawa z 15 lipca 1987 r. o Rzeczniku Praw Obywatelskich',
      en: 'Polish Commissioner for Human Rights Act of 15 July 1987',
    },
    url: isap('WDU19870210123'),
  },
  pl_court: {
    title: {
      uk: 'польський закон про провадження в адміністративних судах (PPSA)',
      pl: 'ustawa z 30 sierpnia 2002 r. – Prawo o postępowaniu przed sądami administracyjnymi',
      en: 'Polish Law on Proceedings before Administrative Courts (PPSA)',
    },
    url: isap('WDU20021531270'),
  },
  eu_access: {
    title: {
      uk: 'Регламент (ЄС) № 1049/2001',
      pl: 'rozporządzenie (WE) nr 1049/2001',
      en: 'Regulation (EC) No 1049/2001',
    },
    url: eli('reg/2001/1049/oj'),
  },
  eu_periods: {
    title: {
      uk: 'Регламент (ЄЕС, Євратом) № 1182/71',
      pl: 'rozporządzenie (EWG, Euratom) nr 1182/71',
      en: 'Regulation (EEC, Euratom) No 1182/71',
    },
    url: eli('reg/1971/1182/oj'),
  },
  eu_ombudsman: {
    title: {
      uk: 'Регламент (ЄС, Євратом) 2021/1163 (статут Європейського омбудсмана)',
      pl: 'rozporządzenie (UE, Euratom) 2021/1163 (statut Europejskiego Rzecznika Praw Obywatelskich)',
      en: 'Regulation (EU, Euratom) 2021/1163 (Statute of the European Ombudsman)',
    },
    url: eli('reg/2021/1163/oj'),
  },
  eu_conduct: {
    title: {
      uk: 'Кодекс належної адміністративної поведінки персоналу Комісії (додаток до рішення 2000/633/ЄС)',
      pl: 'Kodeks dobrej praktyki administracyjnej Komisji (załącznik do decyzji 2000/633/WE)',
      en: 'Commission Code of Good Administrative Behaviour (annex to Decision 2000/633/EC)',
    },
    url: eli('dec/2000/633/oj'),
  },
  eu_treaty: {
    title: {
      uk: 'Договір про функціонування Європейського Союзу',
      pl: 'Traktat o funkcjonowaniu Unii Europejskiej',
      en: 'Treaty on the Functioning of the European Union',
    },
    url: 'https://eur-lex.europa.eu/eli/treaty/tfeu_2016/oj',
  },
} as const satisfies Record<string, Act>

export type ActId = keyof typeof acts
