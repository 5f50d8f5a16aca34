/** One question in many wordings: each asks for the same passages. */
export interface Paraphrases {
  /** The plain question, which the others are compared with. */
  plain: string;
  others: readonly string[];
}

export const SEED_PARAPHRASES: readonly Paraphrases[] = [
  {
    plain: 'What is the pay grade of Coordinator II?',
    others: [
      'WHAT IS THE PAY GRADE OF COORDINATOR II?',
      'what is the pay grade of coordinator ii',
      'Coordinator 2 pay grade',
      'pay grade for the Coordinator IIs?',
      'What pay grade is a Coordinator II?',
      'what is teh pay grade of cordinator II',
      'Coord II pay grade?',
      "What is Coordinator II's pay grade?",
    ],
  },
  {
    plain: 'What does an Executive Aide do?',
    others: [
      'WHAT DOES AN EXECUTIVE AIDE DO',
      'executive aide duties',
      'What do Executive Aides do?',
      "What are an Executive Aide's duties?",
      'exec aide duties',
      'exectuive aide dutys',
      'What are the responsibilities of the Executive Aide?',
    ],
  },
  {
    plain: 'What are the minimum qualifications of the Executive Aide?',
    others: [
      'exec aide min quals',
      'EXECUTIVE AIDE MINIMUM QUALIFICATIONS',
      'minimum qualificatons for executive aide',
      "the executive aide's minimum qualifications",
      'What are the minimum qualifications for Executive Aides?',
      'MQs for executive aide',
    ],
  },
  {
    plain: 'What is the FLSA status of the Operations Coordinator?',
    others: [
      'ops coord flsa',
      'Is the Operations Coordinator exempt?',
      'operations coordinators flsa status',
      'OPERATIONS COORDINATOR FLSA STATUS?',
      'flsa staus of operatons coordinator',
      'Is an Operations Coordinator exempt or non-exempt',
    ],
  },
  {
    plain: 'What distinguishes Coordinator II from Coordinator III?',
    others: [
      'What distinguishes Coordinator II from III?',
      'what distinguishes coordinator 2 from 3',
      'Coordinator II vs III',
      'COORDINATOR II VS. COORDINATOR III',
      'How does a Coordinator II differ from a Coordinator III?',
      'difference between coordinator ii and coordinator iii',
    ],
  },
  {
    plain: 'What education does the Operations Coordinator need?',
    others: [
      'operations coordinator education',
      'What schooling does an Operations Coordinator need?',
      'education requirement for operations coordinators',
      'OPERATIONS COORDINATOR EDUCATION REQUIREMENT',
      'ops coordinator eductaion',
    ],
  },
  {
    plain: 'What is the class code of the Customer Services Coordinator?',
    others: [
      'customer services coordinator class code',
      'CLASS CODE CUSTOMER SERVICES COORDINATOR',
      "What is the Customer Services Coordinator's class code?",
      'cust svcs coordinator class code',
      'wat is the class code of the custommer services coordinator',
      'Customer Service Coordinator class code?',
    ],
  },
  {
    plain: 'What are the physical demands of the Operations Coordinator?',
    others: [
      'operations coordinator physical demands',
      'PHYSICAL DEMANDS OPERATIONS COORDINATOR',
      'phsyical demands of the operations coordinator?',
      'What are the physical requirements for Operations Coordinators',
      "the operations coordinator's physical demands",
    ],
  },
  {
    plain: 'Which class handles fare media?',
    others: [
      'which class handles fare media',
      'WHICH CLASS HANDLES FARE MEDIA?',
      'Who handles fare media?',
      'What job handles fare media',
    ],
  },
];

export const EMPLOYER_PARAPHRASES: readonly Paraphrases[] = [
  {
    plain: 'What is the pay range of the Accountant III?',
    others: [
      'accountant iii pay range',
      'ACCOUNTANT III PAY RANGE',
      'Accountant 3 pay range?',
      'acct 3 pay range',
      'acountant III pay range',
      'pay range for Accountant IIIs',
      "the Accountant III's pay range",
    ],
  },
  {
    plain: 'How long is the probationary period of the Accountant II?',
    others: [
      'accountant 2 probationary period',
      'ACCOUNTANT II PROBATION',
      'How long is probation for an Accountant II?',
      'how long is the probatonary period of an accountant ii',
      'How long are Accountant IIs on probation?',
    ],
  },
  {
    plain: 'What licenses does the Transit Operations Supervisor need?',
    others: [
      'transit operations supervisor licenses',
      'TRANSIT OPERATIONS SUPERVISOR LICENSE',
      'What licences do Transit Operations Supervisors need',
      'transit ops supv license',
      'transit opertions supervisor lisense',
    ],
  },
  {
    plain: 'What union represents the Heavy Equipment Operator II?',
    others: [
      'heavy equipment operator 2 union',
      'HEAVY EQUIPMENT OPERATOR II UNION',
      'Which union are Heavy Equipment Operator IIs in?',
      'heavy equipmnt operater II uinon',
      'heavy equip operator II union',
    ],
  },
  {
    plain: 'What knowledge does an Agricultural Inspector II need?',
    others: [
      'agricultural inspector ii knowledge',
      'AGRICULTURAL INSPECTOR II KNOWLEDGE',
      'What knowledge do Agricultural Inspector IIs need',
      'ag inspector 2 knowledge',
      'agricultral inspecter ii knowlege',
    ],
  },
];
