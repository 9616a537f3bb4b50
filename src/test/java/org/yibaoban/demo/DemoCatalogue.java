package org.yibaoban.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yibaoban.config.CatalogueReader;

/** Makes {@code config/catalogue/items.csv}: the items of docs/demo.md first, then what a hospital of this size has. */
final class DemoCatalogue {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate MIDSUMMER = LocalDate.of(2026, 7, 1);

    /** Written by hand, with codes that can be remembered; the six kinds that a plan's waiver names are among them. */
    private static final String KNOWN = """
            BED001,001109000010000,普通床位费,三人间,日,bed,A,,,60.00,,yes,2025-01-01,
            BED002,001109000020000,单人间床位费,单人间,日,bed,A,,60.00,220.00,,,2025-01-01,
            DIA001,001102000050000,住院诊查费,,日,other,A,,,22.00,,,2025-01-01,
            NUR000,001201000010000,特级护理,,日,nursing,A,,,120.00,,,2025-01-01,
            NUR001,001201000020000,Ⅰ级护理,,日,nursing,A,,,48.00,,yes,2025-01-01,
            NUR002,001201000030000,Ⅱ级护理,,日,nursing,A,,,24.00,,yes,2025-01-01,
            NUR003,001201000040000,Ⅲ级护理,,日,nursing,A,,,12.00,,yes,2025-01-01,
            LAB001,002501010150000,血常规(五分类),,次,lab,A,,,18.00,,yes,2025-01-01,2026-06-30
            LAB001,002501010150000,血常规(五分类),,次,lab,A,,,16.00,,yes,2026-07-01,
            LAB002,002501020350000,尿常规,,次,lab,A,,,9.00,,yes,2025-01-01,
            ECG001,003107010010000,常规心电图,十二导联,次,exam,A,,,25.00,,,2025-01-01,
            CT0001,002103000010000,胸部CT平扫,64排,次,exam,B,0.05,,268.00,,,2025-01-01,
            MRI001,002102000010000,头颅MRI平扫,3.0T,次,exam,B,0.10,,620.00,,,2025-01-01,
            INF001,001204000060000,静脉输液,,组,treatment,A,,,9.50,,yes,2025-01-01,
            OXY001,001203000010000,吸氧,,小时,treatment,A,,,4.00,,,2025-01-01,
            PCI001,003207000120000,经皮冠状动脉支架置入术,,次,surgery,A,,,3200.00,,,2025-01-01,
            SAL001,XB05XAL001B002010100001,0.9%氯化钠注射液,100ml/袋,袋,drug,A,,,3.80,,,2025-01-01,
            GLU001,XB05BAP001B002010200002,5%葡萄糖注射液,250ml/袋,袋,drug,A,,,4.60,,,2025-01-01,
            ASP001,XB01ACA002A006010100003,阿司匹林肠溶片,100mg×30片/盒,盒,drug,A,,,13.20,,,2025-01-01,
            CLO001,XB01ACL010A001010100004,硫酸氢氯吡格雷片,75mg×7片/盒,盒,drug,B,0.10,,22.40,,,2025-01-01,
            CEF001,XJ01DDT002B001010100005,注射用头孢他啶,1.0g,支,drug,B,0.10,,19.60,,,2025-01-01,
            ALB001,XB05AAR001B002010100006,人血白蛋白,10g/50ml,瓶,drug,B,0.20,,380.00,限血清白蛋白低于30g/L的患者,,2025-01-01,
            NEG001,XL01FFX001B002010100007,注射用示例单抗,100mg,支,drug,B,0.30,,1080.00,限有病理诊断证据的患者,,2025-01-01,
            OWN001,XA11JCF001B002010100008,注射用复方营养因子,2ml,支,drug,C,,,268.00,,,2025-01-01,
            STN001,C0201010010020010001,冠脉药物洗脱支架,3.0×18mm,件,consumable,B,0.10,800.00,1280.00,,,2025-01-01,
            GLV001,C1401010020030010002,加强型无菌敷料,10cm×25cm,片,consumable,C,,,46.00,,,2025-01-01,
            HRB001,T000700201,黄芪,统货,10g,herb,B,0.05,,1.80,,,2025-01-01,
            UNM001,,清润合剂(院内制剂),100ml/瓶,瓶,drug,C,,,36.00,,,2025-01-01,
            """;

    private DemoCatalogue() {}

    static String file() {
        Random random = new Random(20261122);
        List<DemoRow> rows = new ArrayList<>();
        rows.addAll(DemoDrugs.western(random));
        rows.addAll(DemoDrugs.patents(random));
        rows.addAll(DemoServices.all(random));
        rows.addAll(DemoMaterials.consumables(random));
        rows.addAll(DemoMaterials.herbs(random));
        StringBuilder file = new StringBuilder(String.join(",", CatalogueReader.COLUMNS)).append('\n');
        file.append(KNOWN);
        rows.stream()
                .flatMap(row -> history(row, random).stream())
                .forEach(row -> file.append(row.line()).append('\n'));
        return file.toString();
    }

    /** One item in ten changed its price, one in a hundred is no longer sold. */
    private static List<DemoRow> history(DemoRow row, Random random) {
        int draw = random.nextInt(100);
        if (draw == 0) {
            return List.of(row.inForce(DemoRow.START, NEW_YEAR.minusDays(1)));
        }
        if (draw > 10) {
            return List.of(row);
        }
        LocalDate change = draw % 2 == 0 ? NEW_YEAR : MIDSUMMER;
        return List.of(
                row.priced(row.priceFen() + row.priceFen() / 8).inForce(DemoRow.START, change.minusDays(1)),
                row.inForce(change, null));
    }
}
