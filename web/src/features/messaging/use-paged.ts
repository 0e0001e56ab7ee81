import { useInfiniteQuery } from "@tanstack/react-query";
import { api, type Query } from "@/api/http";
import type { Page } from "@/api/types";
import { useAtEnd } from "@/lib/use-at-end";

/** A list that is paged by key, with everything fetched so far in one array. */
export function usePaged<T, P extends Page<T> = Page<T>>(key: readonly unknown[], path: string, query: Query = {}) {
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => api.get<P>(path, { limit: 50, ...query, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return { ...pages, items, first: pages.data?.pages[0] };
}

/** Fetches the next page when the end comes in sight. */
export function useMore(
  lastShown: number,
  count: number,
  pages: { hasNextPage: boolean; isFetching: boolean; fetchNextPage: () => unknown },
) {
  const { hasNextPage, isFetching, fetchNextPage } = pages;
  useAtEnd(count > 0 && lastShown >= count - 8 && hasNextPage && !isFetching, count, fetchNextPage);
}
