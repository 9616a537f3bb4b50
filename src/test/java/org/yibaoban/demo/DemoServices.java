package org.yibaoban.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Medical services of the demonstration: 15 digits that begin with 00. Names of the trade, everything else made up. */
final class DemoServices {

    private static final String PARTS =
            "头颅 眼眶 鼻窦 颞骨 鼻咽部 颈部 甲状腺 胸部 纵隔 心脏 乳腺 上腹部 中腹部 下腹部 盆腔 肝脏 胆囊 胰腺 脾脏 肾脏 肾上腺 输尿管 膀胱 前列腺"
                    + " 子宫附件 颈椎 胸椎 腰椎 骶尾椎 肩关节 肘关节 腕关节 髋关节 膝关节 踝关节 上肢血管 下肢血管 颈动脉 冠状动脉 主动脉";
    private static final String[] IMAGING = {"CT平扫", "CT增强扫描", "CT三维重建", "MRI平扫", "MRI增强扫描", "DR摄影", "彩色多普勒超声", "常规超声"};

    private static final String ANALYTES =
            "葡萄糖 糖化血红蛋白 总胆固醇 甘油三酯 高密度脂蛋白 低密度脂蛋白 载脂蛋白A 载脂蛋白B 总蛋白 白蛋白 前白蛋白 总胆红素 直接胆红素 谷丙转氨酶 谷草转氨酶 碱性磷酸酶 谷氨酰转肽酶"
                    + " 尿素 肌酐 尿酸 胱抑素C 钾 钠 氯 钙 磷 镁 铁 铁蛋白 转铁蛋白 淀粉酶 脂肪酶 肌酸激酶 肌酸激酶同工酶 肌钙蛋白I 肌钙蛋白T 肌红蛋白 脑钠肽 D-二聚体 纤维蛋白原"
                    + " 凝血酶原时间 活化部分凝血活酶时间 凝血酶时间 降钙素原 C反应蛋白 血沉 类风湿因子 抗链球菌溶血素O 补体C3 补体C4 免疫球蛋白G 免疫球蛋白A 免疫球蛋白M 甲胎蛋白"
                    + " 癌胚抗原 糖类抗原125 糖类抗原199 糖类抗原153 前列腺特异抗原 促甲状腺激素 游离三碘甲状腺原氨酸 游离甲状腺素 皮质醇 胰岛素 C肽 孕酮 雌二醇 睾酮 催乳素 维生素D 维生素B12"
                    + " 叶酸 乙肝表面抗原 乙肝表面抗体 丙肝抗体 梅毒抗体";
    private static final String[] METHODS = {"测定(化学法)", "测定(免疫法)", "测定(发光法)", "床旁快速测定"};

    private static final String ORGANS =
            "甲状腺 乳腺 食管 胃 十二指肠 小肠 阑尾 结肠 直肠 肛门 肝 胆囊 胆总管 胰腺 脾 肾 输尿管 膀胱 前列腺 睾丸 子宫 卵巢 输卵管 肺叶" + " 胸腺 股骨 胫骨 肱骨 桡骨 髌骨 半月板 椎间盘";
    private static final String[] OPERATIONS = {"部分切除术", "全切除术", "病损切除术", "修补术", "探查术", "腹腔镜下切除术", "活检术", "引流术"};

    private static final String TREATMENTS =
            "静脉输液 肌内注射 皮下注射 雾化吸入 换药 导尿 灌肠 洗胃 吸痰 鼻饲 中心静脉置管 动脉穿刺 血液透析 血液滤过 呼吸机辅助呼吸 心电监护 电除颤 起搏器程控 高压氧 红外线治疗 超短波治疗"
                    + " 中频电疗 超声波治疗 蜡疗 牵引 关节松动训练 运动疗法 作业疗法 吞咽训练 言语训练 认知训练 针刺 电针 艾灸 拔罐 推拿 穴位贴敷 耳穴埋豆 中药熏洗 刮痧";
    private static final String[] TREATMENT_KINDS = {"", "(小儿加收)", "(急诊)", "(床旁)"};

    private final Random random;
    private final List<DemoRow> rows = new ArrayList<>();

    private DemoServices(Random random) {
        this.random = random;
    }

    static List<DemoRow> all(Random random) {
        DemoServices services = new DemoServices(random);
        services.cross(PARTS, IMAGING, "exam", "次", "AAABBBBC", 4000, 90000, 2);
        services.cross(ANALYTES, METHODS, "lab", "项", "AAAAAAAABC", 400, 12000, 4);
        services.cross(ORGANS, OPERATIONS, "surgery", "次", "AAAABB", 40000, 480000, 6);
        services.cross(TREATMENTS, TREATMENT_KINDS, "treatment", "次", "AAAAAABC", 300, 18000, 5);
        return services.rows;
    }

    private void cross(
            String subjects, String[] kinds, String type, String unit, String classes, int low, int high, int group) {
        for (String subject : subjects.split(" ")) {
            for (String kind : kinds) {
                int number = rows.size() + 1;
                rows.add(DemoRow.of(
                        String.format("F%05d", number),
                        String.format("00%d%03d%05d0000", group, number % 500 + 100, number),
                        subject + kind,
                        "",
                        unit,
                        type,
                        classes.charAt(random.nextInt(classes.length())),
                        DemoDrugs.price(random, low, high),
                        random));
            }
        }
    }
}
