import type { UseMutationResult } from "@tanstack/react-query";
import { App, Button } from "antd";
import type { ReactNode } from "react";
import { follow } from "@/lib/follow";
import type { useDraft } from "@/lib/use-draft";
import { LeaveGuard } from "./leave-guard";
import { ProblemNote } from "./problem-note";

interface Props<T> {
  form: ReturnType<typeof useDraft<T>>;
  save: UseMutationResult<T, unknown, T>;
  words: { save: string; saved: string };
  className: string | undefined;
  children: ReactNode;
}

/** What is saved as a whole: guarded while it is not, with the refusal above its button. */
export function DraftForm<T>({ form, save, words, className, children }: Props<T>) {
  const { message } = App.useApp();
  const submit = () =>
    follow(save.mutateAsync(form.draft), {
      onSuccess: (saved) => {
        form.keep(saved);
        void message.success(words.saved);
      },
    });
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {children}
      <LeaveGuard dirty={form.dirty && !save.isPending} />
      <ProblemNote problem={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending} style={{ alignSelf: "flex-start" }}>
        {words.save}
      </Button>
    </form>
  );
}
