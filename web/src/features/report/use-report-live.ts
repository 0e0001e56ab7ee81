import { useLive } from "@/api/use-live";
import { reportsKey } from "./report-summary";

/** Keeps the pages of reports true while one of them is open. */
export const useReportLive = () => useLive("report", reportsKey);
