package org.qiao.bench;

import java.util.ArrayList;
import java.util.List;

/** Texts as colleagues write them: Chinese with numbers and names in between, all of the same number of characters. */
final class Payload {

    static final int CHARACTERS = 100;
    private static final int TEXTS = 64;

    private static final List<String> SENTENCES = List.of(
            "今天下午三点在二号会议室开项目例会，请大家带上本周的进度表。",
            "The build is green again, release v2.14.3 goes out at 18:30。",
            "客户刚刚来电话，希望把交货日期提前到 12 月 8 日，我们能做到吗？",
            "报销单已经审批通过，预计三个工作日内到账，请注意查收。",
            "我把合同的修改意见写在文档的第 5 页和第 17 页，麻烦法务同事看一下。",
            "服务器 10.0.3.27 的磁盘使用率到了 83%，今晚 22:00 扩容。",
            "收到，辛苦了！明天上午我到公司以后先和财务确认一下金额。",
            "请把上个月的销售数据按地区汇总，Q3 同比增长 12.6% 这个数要再核对。");

    private Payload() {}

    static List<String> texts(int characters) {
        List<String> texts = new ArrayList<>(TEXTS);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder("关于第 " + (i + 1) + " 号工单：");
            for (int next = i; text.length() < characters; next += 1 + i % 7) {
                text.append(SENTENCES.get(next % SENTENCES.size()));
            }
            text.setLength(characters);
            texts.add(text.toString());
        }
        return texts;
    }

    /** Of one text in UTF-8, on average. */
    static long bytes(int characters) {
        return Math.round(texts(characters).stream()
                .mapToInt(text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .average()
                .orElse(0));
    }
}
