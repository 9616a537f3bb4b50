package org.yibaoban.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a list says of an item: the column's name in files, in both languages, and further names that files use. */
public enum ItemField {
    CODE("code", "医疗目录编码", "National code", "国家编码", "医保编码", "目录编码"),
    HOSPITAL_CODE("hospital_code", "院内编码", "Hospital code", "定点医药机构目录编号", "项目编码", "收费编码"),
    NATIONAL_CODE("national_code", "国家编码", "National code", "医疗目录编码", "医保编码"),
    MAPPED_CODE("mapped_code", "人工对照编码", "Code accepted by a person"),
    NAME("name", "名称", "Name", "通用名", "药品通用名", "项目名称", "医疗服务项目名称", "耗材名称", "定点医药机构目录名称"),
    DOSAGE_FORM("dosage_form", "剂型", "Dosage form", "药品剂型", "目录剂型"),
    SPECIFICATION("specification", "规格", "Specification", "药品规格", "规格型号"),
    UNIT("unit", "单位", "Unit", "计价单位"),
    PACK("pack", "最小包装", "Pack", "包装"),
    CHARGE_TYPE("charge_type", "收费类别", "Charge type", "费用类别"),
    CLASS("class", "甲乙丙类", "Class", "甲乙类标识", "收费项目等级"),
    SHARE("pre_self_pay_rate", "先自付比例", "First share", "自付比例"),
    SHARE_EMPLOYEE("pre_self_pay_rate_employee", "职工先自付比例", "First share, employees"),
    SHARE_EMPLOYEE_1("pre_self_pay_rate_employee_1", "职工先自付比例(一级)", "First share, employees, level 1"),
    SHARE_EMPLOYEE_2("pre_self_pay_rate_employee_2", "职工先自付比例(二级)", "First share, employees, level 2"),
    SHARE_EMPLOYEE_3("pre_self_pay_rate_employee_3", "职工先自付比例(三级)", "First share, employees, level 3"),
    SHARE_RESIDENT("pre_self_pay_rate_resident", "居民先自付比例", "First share, residents"),
    SHARE_RESIDENT_1("pre_self_pay_rate_resident_1", "居民先自付比例(一级)", "First share, residents, level 1"),
    SHARE_RESIDENT_2("pre_self_pay_rate_resident_2", "居民先自付比例(二级)", "First share, residents, level 2"),
    SHARE_RESIDENT_3("pre_self_pay_rate_resident_3", "居民先自付比例(三级)", "First share, residents, level 3"),
    PRICE_LIMIT("price_limit", "限价", "Price limit", "支付标准", "最高限价"),
    PRICE("price", "价格", "Price", "单价"),
    RESTRICTION("restriction", "限制使用范围", "Restriction", "限定支付范围", "备注"),
    WAIVED("waived", "减免项目", "Waived"),
    SPECIAL_LIMIT("special_limit", "特殊限价标志", "Special price limit"),
    APPROVAL("approval", "批准文号", "Approval number"),
    MARKET_STATE("market_state", "市场状态", "Market state"),
    BASIC_DRUG("basic_drug", "基本药物标志", "Basic drug"),
    NEGOTIATED("negotiated", "谈判药品标志", "Negotiated price"),
    CHILD_DRUG("child_drug", "儿童用药", "Children's drug"),
    HOLDER("holder", "上市许可持有人", "Authorisation holder"),
    VERSION("version", "版本号", "Version"),
    VALID("valid", "有效标志", "Valid"),
    FROM("from", "生效日期", "In force from", "开始日期", "生效时间"),
    TO("to", "失效日期", "In force to", "结束日期", "失效时间");

    private final String key;
    private final String chinese;
    private final String english;
    private final List<String> headers;

    ItemField(String key, String chinese, String english, String... further) {
        this.key = key;
        this.chinese = chinese;
        this.english = english;
        this.headers =
                Stream.concat(Stream.of(key, chinese), Arrays.stream(further)).toList();
    }

    /** The word in files of ours and in the store. */
    public String key() {
        return key;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** What a file may call the column. */
    public List<String> headers() {
        return headers;
    }

    /** One of the shares that the patient pays first; the more exact one goes before the general one. */
    public boolean isShare() {
        return key.startsWith(SHARE.key);
    }

    /** How long a value may be: as long as a charge line can hold it. */
    int most() {
        return switch (this) {
            case RESTRICTION -> 2000;
            case NAME, SPECIFICATION -> 400;
            case HOSPITAL_CODE, CODE, NATIONAL_CODE -> 60;
            case UNIT -> 40;
            default -> 200;
        };
    }

    /** National files write null for nothing. */
    String strict(String value) {
        return value.equals("null") ? "" : value;
    }

    public static Optional<ItemField> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
