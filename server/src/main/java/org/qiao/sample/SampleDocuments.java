package org.qiao.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Makes the documents of the sample company: tables with real content, two short PDF files. */
final class SampleDocuments {

    private static final String BYTE_ORDER_MARK = "\uFEFF"; // so that Excel reads the CSV as UTF-8

    private static final Map<String, String> TABLES = Map.of(
            "shift-plan", """
                    日期,早班 8:30,晚班 12:30,值班经理
                    周一,周雯 徐佳 胡斌 罗欣,韩梅 冯凯 程诚 曹颖,林静
                    周二,朱丽娜 郭倩 高阳 唐一鸣,萧然 董洁 袁野 邓佳怡,周雯
                    周三,马晓东 梁子涵 宋雨桐 徐佳,傅晓峰 冯凯 程诚 韩梅,韩梅
                    周四,周雯 胡斌 罗欣 朱丽娜,萧然 曹颖 董洁 高阳,林静
                    周五,郭倩 徐佳 马晓东 宋雨桐,袁野 邓佳怡 傅晓峰 程诚,周雯
                    """,
            "route-review", """
                    线路,天数,成人价,儿童价,负责人,状态
                    延庆冰灯一日,1,268,198,彭程,已通过
                    古北水镇两日,2,896,560,吕文博,已通过
                    亲子滑雪营三日,3,2180,1880,曾琳,修改中
                    什刹海冰场半日,1,128,98,卢浩,已通过
                    八达岭雪后长城一日,1,298,218,彭程,待评审
                    温泉两日,2,1280,780,蒋欣怡,待评审
                    """,
            "milestones", """
                    里程碑,负责人,完成日,进度
                    主视觉定稿,杜若,第二周,100%
                    专题页第一版,范文,第二周,100%
                    产品价格确认,曾琳,第三周,90%
                    客服培训,钱涛,第三周,60%
                    渠道上线,戴维,第四周,30%
                    """,
            "plan-headcount", """
                    部门,现有,计划,备注
                    总经办,4,4,
                    客户服务中心,24,28,二组增加晚班
                    产品运营部,13,15,线路策划与票务各一人
                    市场部,7,7,
                    技术部,7,9,后端与数据各一人
                    财务与人力部,5,5,
                    """,
            "budget", """
                    项目,预算,已用,剩余
                    广告投放,180000,94000,86000
                    海报与物料,42000,31500,10500
                    专题页,30000,22000,8000
                    导游培训,18000,17200,800
                    房源预付,260000,158600,101400
                    """);

    private static final String WEEKLY = """
                    日期,咨询,成交,转化率,满意度
                    周一,1312,301,22.9%,96.1%
                    周二,1284,309,24.1%,96.8%
                    周三,1377,334,24.3%,96.2%
                    周四,1421,347,24.4%,97.0%
                    周五,1605,393,24.5%,96.5%
                    """;

    private static final List<String> QUOTATION = List.of(
            "Winter season 2026 - quotation",
            "Package A   Yanqing ice lanterns, 1 day        CNY   268 / 198",
            "Package B   Gubei water town, 2 days           CNY   896 / 500",
            "Package C   Family ski camp, 3 days            CNY 2,180 / 1,880",
            "",
            "Adult / child, per person, valid until the end of the season.",
            "Includes coach, tickets, guide and insurance.");

    private static final List<String> WINTER_TRAINING = List.of(
            "Winter routes - training notes",
            "1  Check the opening notice of the day before every quotation.",
            "2  Write the period of validity into every quotation.",
            "3  The Palace Museum is closed on Mondays.",
            "4  Ice rinks open only after the safety check, usually late December.",
            "5  Ask for the age of children: below 1.2 m many tickets are free.");

    private SampleDocuments() {}

    static byte[] write(String name) {
        return switch (name) {
            case "weekly" -> (BYTE_ORDER_MARK + WEEKLY).getBytes(UTF_8);
            case "quotation" -> pdf(QUOTATION);
            case "winter-training" -> pdf(WINTER_TRAINING);
            default -> sheet(name, table(SampleOrg.require(TABLES, name)));
        };
    }

    private static byte[] sheet(String title, List<List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Qiao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(title);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    String cell = rows.get(row).get(column);
                    if (cell.matches("\\d{1,9}")) {
                        sheet.value(row, column, Integer.parseInt(cell));
                    } else {
                        sheet.value(row, column, cell);
                    }
                }
            }
            sheet.range(0, 0, 0, rows.getFirst().size() - 1).style().bold().set();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<List<String>> table(String csv) {
        return csv.lines().map(line -> List.of(line.split(",", -1))).toList();
    }

    /** One page of A4 in fonts that every reader has; the first line is its title. */
    private static byte[] pdf(List<String> text) {
        String title = text.getFirst();
        List<String> lines = text.subList(1, text.size());
        StringBuilder page = new StringBuilder("BT /F1 20 Tf 60 760 Td (" + title + ") Tj ET\n");
        page.append("0.18 0.42 1 rg 60 744 475 3 re f 0 g\n");
        for (int i = 0; i < lines.size(); i++) {
            page.append("BT /F2 11 Tf 60 ")
                    .append(700 - i * 24)
                    .append(" Td (")
                    .append(lines.get(i).replaceAll("([()\\\\])", "\\\\$1"))
                    .append(") Tj ET\n");
        }
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
                "<< /Length " + page.length() + " >>\nstream\n" + page + "endstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>");
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(file.length());
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append("%010d".formatted(offset)).append(" 00000 n \n"));
        file.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\nstartxref\n");
        return file.append(start).append("\n%%EOF\n").toString().getBytes(ISO_8859_1);
    }
}
