import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CustomerTags } from "@/api/customer-types";
import { endless } from "@/api/directory";
import { api, withQuery } from "@/api/http";
import type {
  CompanyMoment,
  MomentAudience,
  MomentComment,
  MomentPersonLine,
  MomentPost,
  MomentScope,
  MomentSettings,
  MomentTargetLine,
  MomentTask,
  MomentTaskLine,
  NewMoment,
} from "@/api/moment-types";
import type { Page } from "@/api/types";
import { useChangeBelow } from "@/api/use-change";
import { useLive } from "@/api/use-live";

export const momentsKey = ["moments"] as const;

export const postsQuery = (scope: MomentScope) =>
  endless<MomentPost>([...momentsKey, "posts", scope], "/api/moments/posts", { scope, limit: 20 });

export const postQuery = (id: number) =>
  queryOptions({
    queryKey: [...momentsKey, "post", id],
    queryFn: () => api.get<MomentPost>(`/api/moments/posts/${id}`),
  });

export const tasksQuery = endless<MomentTask>([...momentsKey, "tasks"], "/api/moments/tasks", { limit: 20 });

export const companyQuery = endless<CompanyMoment>([...momentsKey, "company"], "/api/moments/company", { limit: 20 });

export const taskLinesQuery = (id: number, done: boolean) =>
  endless<MomentTaskLine>([...momentsKey, "lines", id, done], `/api/moments/company/${id}/tasks`, { done });

export const commentsQuery = (post: number) =>
  endless<MomentComment>([...momentsKey, "comments", post], `/api/moments/posts/${post}/comments`);

export const peopleQuery = (post: number, what: "likes" | "seen") =>
  endless<MomentPersonLine>([...momentsKey, what, post], `/api/moments/posts/${post}/${what}`);

export const settingsQuery = queryOptions({
  queryKey: [...momentsKey, "settings"],
  queryFn: () => api.get<MomentSettings>("/api/moments/settings"),
});

export const tagsQuery = queryOptions({
  queryKey: [...momentsKey, "tags"],
  queryFn: () => api.get<CustomerTags>("/api/customer-tags"),
});

export const newsQuery = queryOptions({
  queryKey: [...momentsKey, "news"],
  queryFn: () => api.get<{ tasks: number; comments: number }>("/api/moments/news"),
});

/** A question with a long body: asked again whenever the body changes. */
export const reachQuery = (audience: MomentAudience) =>
  queryOptions({
    queryKey: [...momentsKey, "reach", audience],
    queryFn: () => api.post<{ members: number; customers: number }>("/api/moments/preview", audience),
    placeholderData: keepPreviousData,
  });

export const targetsQuery = (audience: MomentAudience) => ({
  queryKey: [...momentsKey, "targets", audience],
  queryFn: ({ pageParam }: { pageParam: string | null }) =>
    api.post<Page<MomentTargetLine>>(withQuery("/api/moments/preview/customers", { after: pageParam }), audience),
  initialPageParam: null as string | null,
  getNextPageParam: (page: Page<MomentTargetLine>) => page.next,
});

const useChange = <In, Out = unknown>(change: (input: In) => Promise<Out>) => useChangeBelow(momentsKey, change);

export const useCreate = () =>
  useChange((body: NewMoment) => api.post<{ momentId: number; postId: number | null }>("/api/moments", body));

export const useWithdrawPost = () => useChange((id: number) => api.post<void>(`/api/moments/posts/${id}/withdraw`, {}));

export const useWithdraw = () => useChange((id: number) => api.post<void>(`/api/moments/company/${id}/withdraw`, {}));

export const useRemind = () => useChange((id: number) => api.post<void>(`/api/moments/company/${id}/remind`, {}));

export const useConfirm = () => useChange((id: number) => api.post<void>(`/api/moments/tasks/${id}/confirm`, {}));

export const useAnswer = (post: number) =>
  useChange((body: { text: string; to: number | null; key: string }) =>
    api.post<MomentComment>(`/api/moments/posts/${post}/comments`, body),
  );

export const useDeleteComment = () => useChange((id: number) => api.delete(`/api/moments/comments/${id}`));

export const useLooked = () => useChange((_: null) => api.post<void>("/api/moments/looked", {}));

export const useSaveSettings = () =>
  useChange((body: MomentSettings) => api.put<MomentSettings>("/api/admin/moments/settings", body));

/** Keeps what is shown true while it is open. */
export const useMomentsLive = () => useLive("moment", momentsKey);
