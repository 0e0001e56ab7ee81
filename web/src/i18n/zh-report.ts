import report from "./zh/report.json";

/** Words of reports: brought by their pages and cards. */
export default { report };
