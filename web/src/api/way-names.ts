import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { endless } from "./directory";

interface WayName {
  id: number;
  title: string;
}

const waysQuery = endless<WayName>(["customer-care", "ways"], "/api/contact-ways", { limit: 200 });

/** All codes with several people, to choose from. */
export function useWayNames(): { value: number; label: string }[] {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(waysQuery);
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return data?.pages.flatMap((page) => page.items).map(({ id, title }) => ({ value: id, label: title })) ?? [];
}
