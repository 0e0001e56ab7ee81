import { useEffect, useRef, useState } from "react";
import type { StoredFile } from "@/api/types";
import { type Upload, upload } from "@/api/upload";

/** A file on its way to the server; `problem` when it did not arrive. */
export interface Sending {
  key: number;
  name: string;
  part: number;
  problem: unknown;
}

interface Task {
  file: File;
  running: Upload<StoredFile> | null;
}

/**
 * Sends files side by side; each can be cancelled or tried again. What is under way ends with the field. `onOpen` hears whether
 * there is a file that has not arrived: who saves then would save without it.
 */
export function useUploads(
  onDone: (file: StoredFile, picture: string | null) => void,
  onOpen?: (open: boolean) => void,
) {
  const [list, setList] = useState<Sending[]>([]);
  const tasks = useRef(new Map<number, Task>());
  const latest = useRef(onDone);
  const count = useRef(0);
  useEffect(() => {
    latest.current = onDone;
  });
  useEffect(() => {
    const all = tasks.current;
    return () => {
      for (const { running } of all.values()) running?.cancel();
    };
  }, []);

  const open = list.length > 0;
  useEffect(() => {
    onOpen?.(open);
    return () => onOpen?.(false);
  }, [open, onOpen]);

  const change = (key: number, changes: Partial<Sending>) =>
    setList((before) => before.map((each) => (each.key === key ? { ...each, ...changes } : each)));
  const remove = (key: number) => {
    tasks.current.get(key)?.running?.cancel();
    tasks.current.delete(key);
    setList((before) => before.filter((each) => each.key !== key));
  };
  const run = (key: number) => {
    const task = tasks.current.get(key);
    if (!task) return;
    change(key, { part: 0, problem: null });
    task.running = upload<StoredFile>("/api/files", task.file, (part) => change(key, { part }));
    task.running.done.then(
      (file) => {
        const picture = task.file.type.startsWith("image/") ? URL.createObjectURL(task.file) : null;
        remove(key);
        latest.current(file, picture);
      },
      (problem) => {
        if (!(problem instanceof DOMException)) change(key, { problem });
      },
    );
  };
  const start = (files: readonly File[]) => {
    const added = files.map((file) => {
      const key = ++count.current;
      tasks.current.set(key, { file, running: null });
      return { key, name: file.name, part: 0, problem: null };
    });
    setList((before) => [...before, ...added]);
    for (const { key } of added) run(key);
  };
  return { list, start, again: run, remove };
}
