import { expect, it } from "vitest";
import { ReadsTold } from "./reads-told";

function told(reads: ReadsTold): number[][] {
  const sent: number[][] = [];
  reads.tell((conversation, seq) => {
    sent.push([conversation, seq]);
    return true;
  });
  return sent;
}

it("tells the newest mark of a conversation once", () => {
  const reads = new ReadsTold();
  reads.note(5, 1);
  reads.note(5, 2);
  reads.note(6, 9);
  expect(told(reads)).toEqual([
    [5, 2],
    [6, 9],
  ]);
  expect(told(reads)).toEqual([]);
});

it("keeps what could not be sent", () => {
  const reads = new ReadsTold();
  reads.note(5, 2);
  reads.tell(() => false);
  expect(told(reads)).toEqual([[5, 2]]);
});

it("tells the last marks again to a server that lost the session, unless there are newer ones", () => {
  const reads = new ReadsTold();
  reads.note(5, 2);
  reads.note(6, 3);
  told(reads);
  reads.note(6, 4);
  reads.again();
  expect(told(reads)).toEqual([
    [6, 4],
    [5, 2],
  ]);
});

it("remembers the twenty newest only", () => {
  const reads = new ReadsTold();
  for (let conversation = 1; conversation <= 30; conversation++) reads.note(conversation, 1);
  told(reads);
  reads.again();
  expect(told(reads).map(([conversation]) => conversation)).toEqual(Array.from({ length: 20 }, (_, i) => i + 11));
});
