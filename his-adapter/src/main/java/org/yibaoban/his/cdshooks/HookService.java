package org.yibaoban.his.cdshooks;

import java.util.Arrays;
import java.util.Optional;

/** The services that are offered, one for each hook. */
enum HookService {
    ORDER_SELECT(
            "order-select",
            "选择医嘱时的医保提示 / insurance advice on selected orders",
            "所选医嘱的目录类别、自费、限制支付、患者负担与科室定额"
                    + " / class, self-paid items, restrictions, the patient's share and the quota, of the selections only"),
    ORDER_SIGN(
            "order-sign",
            "签署医嘱前的医保提示 / insurance advice before orders are signed",
            "待签医嘱的目录类别、自费、限制支付、替代、患者负担与科室定额"
                    + " / class, self-paid items, restrictions, alternatives, the patient's share and the quota"),
    ENCOUNTER_START(
            "encounter-start",
            "就诊开始时的参保状态 / cover at the start of a stay",
            "参保核验、待遇状态、身份与备案 / verified, suspended or unknown; identity and filing"),
    ENCOUNTER_DISCHARGE(
            "encounter-discharge",
            "出院前的结算提示 / settlement at the end of a stay",
            "结算估算与结算前须处理的事项 / the estimate, and what stands in the way of the claim");

    private static final String PREFIX = "yibaoban-";

    private final String hook;
    private final String title;
    private final String description;

    HookService(String hook, String title, String description) {
        this.hook = hook;
        this.title = title;
        this.description = description;
    }

    static Optional<HookService> of(String id) {
        return Arrays.stream(values())
                .filter(service -> service.id().equals(id))
                .findFirst();
    }

    String id() {
        return PREFIX + hook;
    }

    String hook() {
        return hook;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    boolean isForOrders() {
        return this == ORDER_SELECT || this == ORDER_SIGN;
    }
}
