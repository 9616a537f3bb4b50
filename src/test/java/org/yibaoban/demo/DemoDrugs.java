package org.yibaoban.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Western drugs (X and 22 characters) and Chinese patent medicines (Z and 19) for the demonstration. Generic names are
 * real words of the trade; makers, codes, prices and classes are made up.
 */
final class DemoDrugs {

    /** ATC group, O oral / I injected / B both, generic names. */
    private static final String GENERICS = """
            A02BC B 奥美拉唑 兰索拉唑 泮托拉唑 雷贝拉唑 艾司奥美拉唑
            A02BA B 法莫替丁 雷尼替丁
            A03FA O 多潘立酮 莫沙必利 伊托必利
            A04AA B 昂丹司琼 格拉司琼 帕洛诺司琼 托烷司琼
            A10BA O 二甲双胍
            A10BB O 格列齐特 格列美脲 格列吡嗪
            A10BF O 阿卡波糖 伏格列波糖
            A10BH O 西格列汀 利格列汀 沙格列汀
            A10BK O 达格列净 恩格列净
            A10AB I 门冬胰岛素 赖脯胰岛素 生物合成人胰岛素
            A10AE I 甘精胰岛素 地特胰岛素
            A11CC O 骨化三醇 阿法骨化醇
            B01AA O 华法林钠
            B01AB I 肝素钠 低分子肝素钙 依诺肝素钠 那屈肝素钙
            B01AC B 氯吡格雷 替格瑞洛 替罗非班 西洛他唑
            B01AF O 利伐沙班 阿哌沙班
            B02AA I 氨甲环酸 氨基己酸
            B03AC B 蔗糖铁 右旋糖酐铁
            B03XA I 重组人促红素
            B05AA I 羟乙基淀粉 琥珀酰明胶
            B05BA I 复方氨基酸 中长链脂肪乳 丙氨酰谷氨酰胺
            C01BD B 胺碘酮
            C01CA I 多巴胺 多巴酚丁胺 去甲肾上腺素 间羟胺
            C01DA B 硝酸甘油 硝酸异山梨酯 单硝酸异山梨酯
            C02CA O 多沙唑嗪 特拉唑嗪
            C03CA B 呋塞米 托拉塞米 布美他尼
            C03DA O 螺内酯
            C07AB B 美托洛尔 比索洛尔 艾司洛尔
            C08CA B 硝苯地平 氨氯地平 左氨氯地平 非洛地平 尼莫地平 尼卡地平
            C09AA O 贝那普利 培哚普利 福辛普利 依那普利 卡托普利
            C09CA O 缬沙坦 厄贝沙坦 氯沙坦钾 替米沙坦 坎地沙坦酯 奥美沙坦酯
            C09DX O 沙库巴曲缬沙坦钠
            C10AA O 阿托伐他汀钙 瑞舒伐他汀钙 辛伐他汀 普伐他汀钠 匹伐他汀钙
            C10AX O 依折麦布
            G04BD O 托特罗定 索利那新
            G04CA O 坦索罗辛
            G04CB O 非那雄胺
            H02AB B 地塞米松 甲泼尼龙 氢化可的松 泼尼松
            H01BB I 缩宫素 卡贝缩宫素
            H03AA O 左甲状腺素钠
            H03BB O 甲巯咪唑
            J01CA B 阿莫西林 氨苄西林
            J01CR B 阿莫西林克拉维酸钾 哌拉西林他唑巴坦 氨苄西林舒巴坦
            J01DB B 头孢唑林 头孢拉定
            J01DC B 头孢呋辛 头孢克洛 头孢西丁
            J01DD B 头孢曲松 头孢他啶 头孢噻肟 头孢克肟 头孢哌酮舒巴坦
            J01DE I 头孢吡肟
            J01DH I 亚胺培南西司他丁 美罗培南 厄他培南
            J01FA B 阿奇霉素 克拉霉素 红霉素
            J01GB I 阿米卡星 庆大霉素
            J01MA B 左氧氟沙星 莫西沙星 环丙沙星
            J01XA I 万古霉素 替考拉宁
            J01XX B 利奈唑胺 磷霉素
            J02AC B 氟康唑 伏立康唑 伊曲康唑
            J05AB B 阿昔洛韦 更昔洛韦
            J05AF O 恩替卡韦 替诺福韦酯
            J05AH O 奥司他韦
            L01AA I 环磷酰胺 异环磷酰胺
            L01BA I 培美曲塞二钠 甲氨蝶呤
            L01BC B 卡培他滨 吉西他滨 氟尿嘧啶
            L01CD I 紫杉醇 多西他赛
            L01DB I 表柔比星 多柔比星
            L01EB O 吉非替尼 厄洛替尼 奥希替尼
            L01FF I 信迪利单抗 卡瑞利珠单抗
            L01XA I 顺铂 卡铂 奥沙利铂
            L03AA I 重组人粒细胞刺激因子
            L04AX O 甲氨蝶呤钠 来氟米特
            M01AB B 双氯芬酸钠 酮咯酸氨丁三醇
            M01AE B 布洛芬 洛索洛芬钠 氟比洛芬酯
            M01AH O 塞来昔布 依托考昔
            M03AC I 罗库溴铵 维库溴铵 顺阿曲库铵
            M04AA O 别嘌醇 非布司他
            M05BA B 阿仑膦酸钠 唑来膦酸
            N01AB I 七氟烷
            N01AX I 丙泊酚 依托咪酯 氯胺酮
            N01BB I 利多卡因 罗哌卡因 布比卡因
            N02AA B 吗啡 羟考酮
            N02AB I 芬太尼 舒芬太尼 瑞芬太尼
            N02AX B 曲马多 地佐辛
            N02BE B 对乙酰氨基酚
            N03AX B 左乙拉西坦 加巴喷丁 普瑞巴林
            N04BA O 多巴丝肼
            N05AH O 奥氮平 喹硫平
            N05BA B 地西泮 艾司唑仑 劳拉西泮
            N05CD I 咪达唑仑
            N06AB O 舍曲林 艾司西酞普兰 帕罗西汀
            N06BX B 吡拉西坦 奥拉西坦 胞磷胆碱钠
            N06DA O 多奈哌齐
            N07CA O 倍他司汀
            R03AC B 沙丁胺醇 特布他林
            R03BA O 布地奈德 丙酸氟替卡松
            R03DA B 多索茶碱 氨茶碱
            R03DC O 孟鲁司特钠
            R05CB B 氨溴索 乙酰半胱氨酸 溴己新
            R06AE O 西替利嗪 氯雷他定
            V03AF B 亚叶酸钙 美司钠
            V08AB I 碘海醇 碘克沙醇 碘帕醇
            """;

    private static final String[] ORAL = {"片", "胶囊", "分散片", "缓释片", "颗粒", "口服溶液"};
    private static final String[] ORAL_PACKS = {
        "5mg×14片/盒", "10mg×7片/盒", "10mg×28片/盒", "20mg×14片/盒", "25mg×20片/盒", "0.1g×24片/盒", "0.25g×12片/盒", "0.5g×30片/盒"
    };
    private static final String[] VIALS = {"1ml:5mg", "2ml:20mg", "5ml:50mg", "10ml:0.1g", "50ml:0.5g", "100ml:0.2g"};
    private static final String[] POWDERS = {"40mg", "0.25g", "0.5g", "0.75g", "1.0g", "1.5g", "2.0g"};
    static final String[] MAKERS = {"禾丰制药", "云岭药业", "江澜生物", "北辰制药", "远山药业", "青屏医药", "星渚制药", "白鹭生物", "长汀药业", "石湾制药"};
    private static final String[] RESTRICTIONS = {
        "限二线用药", "限重症感染或多重耐药的患者", "限急性期住院患者", "限有明确药敏试验证据的患者", "限工伤保险", "限术后患者 不超过7日", "限有病理诊断证据的患者"
    };

    private static final String PATENTS =
            "复方丹参 参芪 银翘 板蓝根 六味地黄 金匮肾气 逍遥 归脾 补中益气 四君子 八珍 十全大补 安神 通络 活血 清肺 化痰 止咳 平喘 健胃 保和 香砂 木香顺气 藿香正气 小柴胡"
                    + " 大柴胡 龙胆泻肝 茵栀黄 护肝 利胆 排石 三金 前列 妇科千金 益母草 乌鸡 桂枝茯苓 宫血宁 小儿清热 小儿化痰 小儿消积 脑心通 血栓通 稳心 参松养心 麝香保心 速效救心"
                    + " 银杏叶 天麻 正天 牛黄清心 安宫 醒脑 独活寄生 壮骨 骨康 接骨 云香 跌打 玉屏风 双黄连 连花清感 穿心莲 蒲地蓝 黄连上清";
    private static final String[] PATENT_FORMS = {"颗粒", "胶囊", "片", "口服液", "丸", "软胶囊"};

    private final Random random;
    private final List<DemoRow> rows = new ArrayList<>();

    private DemoDrugs(Random random) {
        this.random = random;
    }

    static List<DemoRow> western(Random random) {
        DemoDrugs drugs = new DemoDrugs(random);
        GENERICS.lines().forEach(line -> {
            String[] words = line.strip().split(" ");
            for (int i = 2; i < words.length; i++) {
                drugs.generic(words[0], words[1], words[i]);
            }
        });
        return drugs.rows;
    }

    private void generic(String atc, String route, String name) {
        if (!route.equals("I")) {
            for (String form : pick(ORAL, 2)) {
                variants(atc, name + form, "盒", ORAL_PACKS, 300, 9000);
            }
        }
        if (!route.equals("O")) {
            variants(atc, name + "注射液", "支", VIALS, 200, 28000);
            variants(atc, "注射用" + name, "支", POWDERS, 400, 36000);
        }
    }

    private void variants(String atc, String name, String unit, String[] packs, int low, int high) {
        char itemClass = "AAABBBBBBC".charAt(random.nextInt(10));
        String restriction =
                itemClass == 'B' && random.nextInt(8) == 0 ? RESTRICTIONS[random.nextInt(RESTRICTIONS.length)] : "";
        for (String pack : pick(packs, 2)) {
            for (String maker : pick(MAKERS, 2 + random.nextInt(2))) {
                int number = rows.size() + 1;
                String national = String.format(
                        "X%sA%03dA%03d%02d%02d%05d",
                        atc, number % 1000, number % 7 + 1, number % 3 + 1, number % 4 + 1, number);
                rows.add(DemoRow.of(
                                String.format("Y%05d", number),
                                national,
                                name,
                                pack + " " + maker,
                                unit,
                                "drug",
                                itemClass,
                                price(random, low, high),
                                random)
                        .restricted(restriction));
            }
        }
    }

    static List<DemoRow> patents(Random random) {
        DemoDrugs drugs = new DemoDrugs(random);
        for (String name : PATENTS.split(" ")) {
            for (String form : drugs.pick(PATENT_FORMS, 3)) {
                char itemClass = "AABBBBC".charAt(random.nextInt(7));
                for (String maker : drugs.pick(MAKERS, 3)) {
                    int number = drugs.rows.size() + 1;
                    drugs.rows.add(DemoRow.of(
                            String.format("Z%05d", number),
                            String.format("ZA%02dAAB%04d%02d%02d%05d", number % 17 + 1, number, 1, 1, number),
                            name + form,
                            (6 + random.nextInt(4) * 6) + "粒(袋)/盒 " + maker,
                            "盒",
                            "drug",
                            itemClass,
                            price(random, 600, 12000),
                            random));
                }
            }
        }
        return drugs.rows;
    }

    /** Cheap things are common: the square of an even draw. */
    static int price(Random random, int lowFen, int highFen) {
        int draw = random.nextInt(1000);
        return lowFen + (int) ((long) (highFen - lowFen) * draw * draw / 1_000_000L);
    }

    private List<String> pick(String[] from, int count) {
        return pick(random, from, count);
    }

    /** Different ones, in their own order, from a random start. */
    static List<String> pick(Random random, String[] from, int count) {
        int start = random.nextInt(from.length);
        List<String> picked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            picked.add(from[(start + i) % from.length]);
        }
        return picked;
    }
}
