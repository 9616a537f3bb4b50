package org.yibaoban.his.cdshooks;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * What a client asks for by the extension {@code davinci-crd.configuration}, and how discovery offers it. Unknown codes
 * and values of another type are ignored, as the guide demands.
 *
 * @param coverageInformation system actions that write the coverage-information extension into the orders: only for a
 *     client that says so, for they apply without the user
 */
record HookSettings(boolean coverageInformation, boolean cost, boolean alternatives, int mostCards) {

    static final int MOST_CARDS = 20;

    private static final String COVERAGE = "coverage-info";
    private static final String COST = "cost";
    private static final String ALTERNATIVES = "therapy-alternatives-opt";
    private static final String CARDS = "max-cards";

    static HookSettings of(JsonObject request) {
        JsonObject configuration = object(request, "extension")
                .flatMap(extension -> object(extension, "davinci-crd.configuration"))
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
        return new HookSettings(
                flag(configuration, COVERAGE, false),
                flag(configuration, COST, true),
                flag(configuration, ALTERNATIVES, true),
                cards(configuration));
    }

    /** For discovery. */
    static JsonArray options(HookService service) {
        JsonArrayBuilder options = HookJson.NEW.createArrayBuilder();
        if (service.isForOrders()) {
            options.add(option(
                    COVERAGE,
                    "boolean",
                    "医保支付信息 / coverage information",
                    "以系统操作写入医嘱 / written into the orders by system actions",
                    JsonValue.FALSE));
            options.add(option(COST, "boolean", "费用 / cost", "本次医嘱与累计费用 / what the order costs", JsonValue.TRUE));
            options.add(option(
                    ALTERNATIVES,
                    "boolean",
                    "目录内替代 / alternatives",
                    "同药理分类的目录内药品 / drugs of the catalogue of the same class",
                    JsonValue.TRUE));
        }
        options.add(
                option(CARDS, "integer", "卡片数上限 / most cards", "重要的在前 / the important ones first", number(MOST_CARDS)));
        return options.build();
    }

    private static JsonObject option(String code, String type, String name, String description, JsonValue standard) {
        return HookJson.NEW
                .createObjectBuilder()
                .add("code", code)
                .add("type", type)
                .add("name", name)
                .add("description", description)
                .add("default", standard)
                .build();
    }

    private static JsonValue number(int value) {
        return HookJson.NEW.createArrayBuilder().add(value).build().get(0);
    }

    private static Optional<JsonObject> object(JsonObject parent, String key) {
        return parent.get(key) instanceof JsonObject child ? Optional.of(child) : Optional.empty();
    }

    private static boolean flag(JsonObject configuration, String code, boolean standard) {
        JsonValue value = configuration.get(code);
        return value == JsonValue.TRUE || value != JsonValue.FALSE && standard;
    }

    private static int cards(JsonObject configuration) {
        return configuration.get(CARDS) instanceof JsonNumber number && number.isIntegral() && number.intValue() >= 0
                ? Math.min(number.intValue(), MOST_CARDS)
                : MOST_CARDS;
    }
}
