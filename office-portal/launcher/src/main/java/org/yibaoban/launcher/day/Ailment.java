package org.yibaoban.launcher.day;

import java.util.Map;

/** A diagnosis by ICD-10, insurance edition 2.0; one or two for each department of the demonstration. */
record Ailment(String code, String name) {

    private static final Map<String, Ailment[]> BY_DEPARTMENT = Map.ofEntries(
            entry("0301", "J18.900", "肺炎", "J44.100", "慢性阻塞性肺病伴急性加重"),
            entry("0302", "K25.400", "胃溃疡伴出血", "K85.900", "急性胰腺炎"),
            entry("0303", "I63.900", "脑梗死", "G45.900", "短暂性脑缺血发作"),
            entry("0304", "I20.000", "不稳定性心绞痛", "I50.900", "心力衰竭"),
            entry("0307", "E11.900", "2型糖尿病", "E05.900", "甲状腺毒症"),
            entry("0401", "K35.800", "急性阑尾炎", "K80.200", "胆囊结石"),
            entry("0403", "S72.000", "股骨颈骨折", "M51.200", "腰椎间盘突出"),
            entry("0404", "N20.100", "输尿管结石", "N40.x00", "前列腺增生"),
            entry("0500", "D25.900", "子宫平滑肌瘤", "O82.900", "剖宫产术分娩"),
            entry("0700", "J20.900", "急性支气管炎", "A09.900", "胃肠炎和结肠炎"),
            entry("1900", "C34.900", "肺恶性肿瘤", "C18.900", "结肠恶性肿瘤"),
            entry("5000", "M47.800", "颈椎病", "G51.000", "面神经麻痹"));
    private static final Ailment OBSERVATION = new Ailment("Z03.900", "可疑疾病的观察");

    static Ailment of(String department, int draw) {
        Ailment[] usual = BY_DEPARTMENT.getOrDefault(department, new Ailment[] {OBSERVATION});
        return usual[draw % usual.length];
    }

    private static Map.Entry<String, Ailment[]> entry(
            String department, String code, String name, String otherCode, String otherName) {
        return Map.entry(department, new Ailment[] {new Ailment(code, name), new Ailment(otherCode, otherName)});
    }
}
