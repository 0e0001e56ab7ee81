import { applyAll, type ConversationLog, lastSeq } from "@/lib/log";
import { backoff, type Frame } from "./socket";
import type { Conversation, Entry } from "./types";

export interface PersonalEvent {
  seq: number;
  kind: "READ" | "PREFERENCES" | "CONVERSATION_ADDED" | "CONVERSATION_REMOVED" | "CONVERSATION_CHANGED";
  conversation: number;
  data: Record<string, unknown>;
}

export interface SyncAnswer {
  era: number;
  full?: boolean;
  cursor: string;
  personal: PersonalEvent[];
  personalSeq: number;
  conversations: (Conversation & { entries?: Entry[] })[];
  next: string | null;
}

/** Where this device stands; kept in memory, as the logs are. */
export interface Standing {
  era: number;
  cursor: string;
  personal: number;
}

/** Entries behind one that is held, and how far the conversation has come. */
interface Stretch {
  items: Entry[];
  head: number;
}

interface Place {
  me: () => number;
  log: (id: number) => ConversationLog | undefined;
  change: (id: number, change: (held: ConversationLog) => ConversationLog) => void;
  entries: (id: number, after: number) => Promise<Stretch>;
  /** A pulled entry was applied. */
  onEntry: (id: number, entry: Entry) => void;
  /** The stretch could not be fetched. */
  onMissed: (id: number, error: unknown) => void;
  ask: (from: Standing | null, after: string | null) => Promise<SyncAnswer>;
  isOpen: () => boolean;
  held: () => number[];
  forget: (id: number) => void;
  take: (info: Conversation, entries: Entry[]) => void;
  onPersonal: (event: PersonalEvent) => void;
  onDone: () => void;
}

/**
 * What moved since this device was here. What the socket pushes while an answer is on its way may be newer than the answer: it is
 * kept, and whoever asks meanwhile gets another sync behind that one.
 */
export class LogSync {
  private standing: Standing | null = null;
  private running: Promise<void> | null = null;
  private wanted = false;
  /** Something that should have been fetched was not: the next sync tells it, for it has moved since the last one. */
  private lacking = false;
  private failures = 0;
  private heard = new Set<number>();
  private pulling = new Set<number>();

  constructor(private readonly place: Place) {}

  /** False when the connection only goes on and nothing is missing; else what is missing is on its way. */
  welcome(resumed: boolean, era: number): boolean {
    this.failures = 0;
    if (this.standing && this.standing.era !== era) {
      // The server went back to a backup: what is held here may never have been said.
      this.standing = null;
      for (const id of this.place.held()) this.place.forget(id);
    }
    if (resumed && this.standing && !this.lacking) return false;
    void this.run();
    return true;
  }

  /** The socket told something. What an older answer brings back although it was taken away, the next one takes away again. */
  hear({ t, conversation }: Frame) {
    this.heard.add(Number(conversation));
    if (t === "personal" && this.running) this.wanted = true;
  }

  /** Whether this device has not yet heard of it. */
  isNew({ seq }: PersonalEvent): boolean {
    if (!this.standing) return true;
    if (seq <= this.standing.personal) return false;
    this.standing.personal = seq;
    return true;
  }

  run(): Promise<void> {
    this.wanted = true;
    this.running ??= this.whileWanted().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Something could not be fetched just now. */
  later() {
    this.lacking = true;
    if (this.place.isOpen()) {
      setTimeout(() => this.lacking && this.place.isOpen() && void this.run(), backoff(this.failures++));
    }
  }

  /** Fetches what lies between the last held entry and the head, page by page. */
  async pull(id: number): Promise<void> {
    const { place, pulling } = this;
    if (pulling.has(id)) return;
    pulling.add(id);
    try {
      for (let more = true; more; ) {
        const held = place.log(id);
        if (!held) return;
        const { items, head } = await place.entries(id, lastSeq(held));
        const before = lastSeq(place.log(id) ?? held);
        let hole = false;
        place.change(id, (now) => {
          const applied = applyAll(now, items, head, place.me());
          hole = applied.hole;
          return applied.log;
        });
        for (const entry of items) if (entry.seq > before) place.onEntry(id, entry);
        more = hole && items.length > 0;
      }
    } catch (error) {
      place.onMissed(id, error);
    } finally {
      pulling.delete(id);
    }
  }

  /** Another person takes over on this device. */
  reset() {
    this.standing = null;
  }

  private async whileWanted() {
    while (this.wanted) {
      this.wanted = false;
      await this.once();
    }
  }

  /** Most recent first, page by page. */
  private async once() {
    const from = this.standing;
    const { place } = this;
    this.lacking = false;
    this.heard.clear();
    const seen = new Set<number>();
    let complete = from === null;
    let after: string | null = null;
    try {
      do {
        const answer: SyncAnswer = await place.ask(from, after);
        complete ||= answer.full === true || answer.era !== from?.era;
        for (const { entries, ...info } of answer.conversations) {
          seen.add(info.id);
          place.take(info, entries ?? []);
        }
        if (!complete) for (const event of answer.personal) place.onPersonal(event);
        this.standing = { era: answer.era, cursor: answer.cursor, personal: answer.personalSeq };
        after = answer.next;
      } while (after !== null);
      if (complete) for (const id of place.held()) if (!seen.has(id) && !this.heard.has(id)) place.forget(id);
      place.onDone();
    } catch {
      if (this.standing) this.standing = from; // else somebody else has taken over meanwhile
      this.later();
    }
  }
}
