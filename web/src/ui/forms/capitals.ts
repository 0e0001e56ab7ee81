import { readDecimal, rounded } from "./decimals";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿", "兆"];
const MOST_DIGITS = 16;

/** An amount in the capitals of Chinese bookkeeping: 1234.5 → 壹仟贰佰叁拾肆元伍角整. Empty when there is no such amount. */
export function capitals(amount: unknown): string {
  const value = readDecimal(amount);
  if (value === null) return "";
  const [whole = "0", cents = "00"] = rounded(value.abs(), 2).split(".");
  if (whole.length > MOST_DIGITS) return "";
  const yuan = BigInt(whole) > 0n ? `${wholeNumber(whole)}元` : "";
  const text = yuan + small(cents, yuan !== "");
  if (text === "") return "零元整";
  return (value.isNegative() ? "负" : "") + text;
}

function small(cents: string, afterYuan: boolean): string {
  const jiao = Number(cents[0]);
  const fen = Number(cents[1]);
  if (jiao === 0 && fen === 0) return afterYuan ? "整" : "";
  if (fen === 0) return `${DIGITS[jiao]}角整`;
  return `${jiao === 0 ? (afterYuan ? "零" : "") : `${DIGITS[jiao]}角`}${DIGITS[fen]}分`;
}

function wholeNumber(digits: string): string {
  const groups = digits.padStart(Math.ceil(digits.length / 4) * 4, "0").match(/.{4}/g) ?? [];
  let text = "";
  let gap = false;
  groups.forEach((group, index) => {
    const number = Number(group);
    const unit = GROUPS[groups.length - 1 - index] ?? "";
    if (number === 0) {
      gap = text !== "";
      return;
    }
    if (text !== "" && (gap || number < 1000)) text += "零";
    text += fourDigits(group) + unit;
    gap = false;
  });
  return text;
}

function fourDigits(group: string): string {
  let text = "";
  let zero = "";
  for (let place = 0; place < 4; place++) {
    const digit = Number(group[place]);
    if (digit === 0) {
      zero = text === "" ? "" : "零";
      continue;
    }
    text += `${zero}${DIGITS[digit]}${PLACES[3 - place]}`;
    zero = "";
  }
  return text;
}
