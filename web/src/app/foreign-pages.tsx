import { useParams, useSearch } from "@tanstack/react-router";
import { TasksPage } from "@/features/foreign-task/tasks-page";

export function ForeignTasks() {
  const { box } = useSearch({ from: "/shell/approvals/tasks" });
  const { taskId } = useParams({ strict: false });
  const id = Number(taskId);
  return <TasksPage box={box ?? "OPEN"} id={taskId !== undefined && Number.isSafeInteger(id) ? id : null} />;
}
