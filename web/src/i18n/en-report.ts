import report from "./en/report.json";

/** Words of reports: brought by their pages and cards. */
export default { report };
