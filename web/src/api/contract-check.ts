import type { components } from "./schema";
import type {
  Card,
  Conversation,
  ConversationMember,
  Department,
  Entry,
  EntryPage,
  Member,
  Org,
  OrgSettings,
  Quote,
  Reader,
  ReaderPage,
  Receipt,
  Session,
  Setup,
  StoredFile,
} from "./types";

/**
 * The types the client is written with, held against those generated from docs/openapi.json (`npm run gen`): a field that
 * the server does not send, or that the client does not know, does not compile. The generated ones alone would be too loose:
 * the description does not say which fields are always there.
 */
type Schemas = components["schemas"];
type SameFields<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs> | Exclude<keyof Theirs, keyof Ours>;
type Holds<Differences extends never> = Differences;

export type Contract = [
  Holds<SameFields<Card, Schemas["Card"]>>,
  Holds<SameFields<Member, Schemas["MemberView"]>>,
  Holds<SameFields<Department, Schemas["DepartmentView"]>>,
  Holds<SameFields<Org, Schemas["OrgView"]>>,
  Holds<SameFields<OrgSettings, Schemas["OrgSettings"]>>,
  Holds<SameFields<Session, Omit<Schemas["SessionView"], "token">>>,
  Holds<SameFields<Setup, Schemas["SetupView"]>>,
  Holds<SameFields<StoredFile, Schemas["FileView"]>>,
  Holds<SameFields<Quote, Schemas["Quote"]>>,
  Holds<SameFields<Entry, Schemas["EntryView"]>>,
  Holds<SameFields<EntryPage, Schemas["EntryPage"]>>,
  Holds<SameFields<Conversation, Omit<Schemas["ConversationView"], "entries">>>,
  Holds<SameFields<ConversationMember, Schemas["MemberLine"]>>,
  Holds<SameFields<Receipt, Schemas["Receipt"]>>,
  Holds<SameFields<Reader, Schemas["Reader"]>>,
  Holds<SameFields<ReaderPage, Schemas["ReaderPage"]>>,
];
