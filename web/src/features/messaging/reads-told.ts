/** Marks that are remembered after they were told: the server may forget those of its last seconds when it crashes. */
const KEPT = 20;

/** How far this device has read, on its way to the server. A mark that the server knows already changes nothing there. */
export class ReadsTold {
  private readonly unsent = new Map<number, number>();
  private readonly told = new Map<number, number>();

  note(conversation: number, seq: number) {
    this.unsent.set(conversation, seq);
  }

  /** Hands over what is new; what cannot be sent now stays for the next time. */
  tell(post: (conversation: number, seq: number) => boolean) {
    for (const [conversation, seq] of this.unsent) {
      if (!post(conversation, seq)) return;
      this.unsent.delete(conversation);
      this.told.delete(conversation);
      this.told.set(conversation, seq);
    }
    for (const oldest of this.told.keys()) {
      if (this.told.size <= KEPT) break;
      this.told.delete(oldest);
    }
  }

  /** The server lost this session: it hears the newest marks again. */
  again() {
    for (const [conversation, seq] of this.told) {
      if (!this.unsent.has(conversation)) this.unsent.set(conversation, seq);
    }
  }
}

export const readsTold = new ReadsTold();
