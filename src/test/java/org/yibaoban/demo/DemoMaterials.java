package org.yibaoban.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Consumables (C and 19 digits) and herbs (T and 9 digits) of the demonstration. */
final class DemoMaterials {

    private static final String CONSUMABLES =
            "一次性使用输液器 一次性使用注射器 静脉留置针 输液接头 延长管 医用敷料贴 水胶体敷料 泡沫敷料 藻酸盐敷料 弹力绷带 石膏绷带 导尿管 引流袋 引流管 胃管 吸痰管 气管插管 喉罩 面罩 雾化器"
                    + " 中心静脉导管 动脉导管鞘 造影导管 导引导丝 球囊扩张导管 药物球囊 外周支架 封堵器 电极片 起搏电极 血液透析器 透析管路 血液灌流器 吻合器 吻合器钉仓 可吸收缝线 丝线 倒刺缝线"
                    + " 止血夹 结扎夹 疝修补片 防粘连膜 止血材料 骨水泥 接骨板 接骨螺钉 髓内钉 椎弓根螺钉 椎间融合器 人工髋关节 人工膝关节 锚钉 人工晶体 泌尿支架管 取石网篮 输尿管鞘";
    private static final String[] SIZES = {"小号", "中号", "大号", "Ⅰ型", "Ⅱ型", "Ⅲ型"};

    private static final String HERBS =
            "人参 党参 黄芪 白术 甘草 山药 大枣 当归 熟地黄 白芍 阿胶 何首乌 麦冬 天冬 北沙参 石斛 玉竹 黄精 枸杞子 女贞子 墨旱莲 龟甲 鳖甲 鹿茸 淫羊藿 巴戟天 杜仲 续断 肉苁蓉 锁阳 补骨脂"
                    + " 益智仁 菟丝子 五味子 乌梅 诃子 肉豆蔻 山茱萸 桑螵蛸 芡实 莲子 麻黄 桂枝 紫苏叶 生姜 荆芥 防风 羌活 白芷 细辛 辛夷 薄荷 牛蒡子 桑叶 菊花 蔓荆子 柴胡 升麻 葛根 石膏 知母"
                    + " 芦根 天花粉 栀子 夏枯草 决明子 黄芩 黄连 黄柏 龙胆 苦参 金银花 连翘 蒲公英 紫花地丁 板蓝根 鱼腥草 射干 白头翁 生地黄 玄参 牡丹皮 赤芍 青蒿 地骨皮 大黄 芒硝 火麻仁 独活"
                    + " 威灵仙 木瓜 秦艽 桑寄生 五加皮 苍术 厚朴 广藿香 砂仁 茯苓 薏苡仁 泽泻 车前子 滑石 茵陈 附子 干姜 肉桂 吴茱萸 小茴香 陈皮 青皮 枳实 木香 香附 山楂 神曲 麦芽 莱菔子 鸡内金"
                    + " 三七 茜草 蒲黄 白及 艾叶 川芎 延胡索 郁金 丹参 红花 桃仁 益母草 牛膝 鸡血藤 半夏 天南星 白芥子 桔梗 川贝母 浙贝母 瓜蒌 竹茹 苦杏仁 紫苏子 百部 紫菀 款冬花 枇杷叶 桑白皮"
                    + " 酸枣仁 柏子仁 远志 合欢皮 石决明 牡蛎 代赭石 羚羊角 钩藤 天麻 地龙 全蝎 蜈蚣 僵蚕";
    private static final String[] PROCESSING = {"", "(炙)"};

    private DemoMaterials() {}

    static List<DemoRow> consumables(Random random) {
        List<DemoRow> rows = new ArrayList<>();
        for (String kind : CONSUMABLES.split(" ")) {
            boolean costly = random.nextInt(3) == 0;
            for (String size : SIZES) {
                for (String maker : DemoDrugs.pick(random, DemoDrugs.MAKERS, 2 + random.nextInt(2))) {
                    rows.add(consumable(random, rows.size() + 1, kind, size + " " + maker, costly));
                }
            }
        }
        return rows;
    }

    private static DemoRow consumable(Random random, int number, String kind, String size, boolean costly) {
        char itemClass = "AABBBBBCCC".charAt(random.nextInt(10));
        int price = costly ? DemoDrugs.price(random, 40000, 980000) : DemoDrugs.price(random, 80, 9000);
        DemoRow row = DemoRow.of(
                String.format("M%05d", number),
                String.format(
                        "C%06d%03d%05d%05d", number % 14 * 10101 + 10101, number % 900 + 1, number, number % 97 + 1),
                kind,
                size,
                "件",
                "consumable",
                itemClass,
                price,
                random);
        return itemClass != 'C' && random.nextInt(4) == 0 ? row.limited(price * 4 / 5) : row;
    }

    static List<DemoRow> herbs(Random random) {
        List<DemoRow> rows = new ArrayList<>();
        for (String name : HERBS.split(" ")) {
            for (String processing : PROCESSING) {
                int number = rows.size() + 1;
                rows.add(DemoRow.of(
                        String.format("H%05d", number),
                        String.format("T%06d%03d", 700 + number, number % 3 + 200),
                        name + processing,
                        "统货",
                        "10g",
                        "herb",
                        "ABBBC".charAt(random.nextInt(5)),
                        DemoDrugs.price(random, 30, 1500),
                        random));
            }
        }
        return rows;
    }
}
