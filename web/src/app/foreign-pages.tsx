import { useParams, useSearch } from "@tanstack/react-router";
import { TasksPage } from "@/features/foreign-task/tasks-page";
import { idOf } from "./id-of";

export function ForeignTasks() {
  const { box } = useSearch({ from: "/shell/approvals/tasks" });
  const { taskId } = useParams({ strict: false });
  return <TasksPage box={box ?? "OPEN"} id={idOf(taskId)} />;
}
