/** The tables of the ledger, as Kysely sees them; schema.ts has the others. */
import type { Generated, GeneratedAlways } from 'kysely';

export interface DutiesTables {
  'duties.fold': { onlyOne: Generated<boolean>; seq: number; until: Date; worldSeq: number };
  'duties.series': { id: GeneratedAlways<number>; key: string };
  'duties.sum': {
    seriesId: number;
    subjectId: string;
    day: string;
    n: number;
    firstAt: Date;
    lastAt: Date;
  };
  'duties.loss': {
    seriesId: number;
    subjectId: string;
    day: string;
    knownOn: string;
    n: number;
    firstAt: Date;
    lastAt: Date;
  };
  'duties.line': {
    adoptionId: string;
    duty: string;
    subject: string;
    subjectId: string;
    part: number;
    nth: number;
    placeId: string;
    status: string;
    fromOn: string;
    toOn: string;
    n: number;
    asked: number;
    overAt: Date | null;
    changesAt: Date | null;
    doneAt: Date | null;
    isSure: boolean;
    horizon: string;
    lookAt: Date | null;
    rank: number;
  };
  'duties.closed': {
    seq: GeneratedAlways<number>;
    adoptionId: string;
    duty: string;
    subject: string;
    subjectId: string;
    part: number;
    fromOn: string;
    toOn: string;
    status: string;
    n: number;
    asked: number;
    overAt: Date | null;
    doneAt: Date | null;
    closedAt: Date;
    uptoSeq: number;
    inputsHash: string;
  };
  'duties.urge': {
    id: string;
    adoptionId: string;
    duty: string;
    thingId: string;
    byId: string;
    at: Date;
    personIds: string[];
    title: string;
    says: string;
    clause: string;
    cite: string;
    verb: string;
    link: string;
  };
  'duties.exemption': {
    id: string;
    unitId: string;
    slug: string;
    duty: string;
    thingId: string;
    fromOn: string;
    toOn: string;
    givenBy: string;
    givenAt: Date;
    backBy: string | null;
    backAt: Date | null;
  };
}
