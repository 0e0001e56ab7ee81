import account from "./en/account.json";
import messaging from "./en/messaging.json";
import problem from "./en/problem.json";
import shell from "./en/shell.json";
import ui from "./en/ui.json";

export default { account, messaging, problem, shell, ui };
