import account from "./zh/account.json";
import messaging from "./zh/messaging.json";
import problem from "./zh/problem.json";
import shell from "./zh/shell.json";
import ui from "./zh/ui.json";

export default { account, messaging, problem, shell, ui };
