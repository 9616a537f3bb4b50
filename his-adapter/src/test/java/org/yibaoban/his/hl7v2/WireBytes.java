package org.yibaoban.his.hl7v2;

import static org.yibaoban.his.hl7v2.Messages.admit;
import static org.yibaoban.his.hl7v2.Messages.charges;
import static org.yibaoban.his.hl7v2.Messages.event;
import static org.yibaoban.his.hl7v2.Messages.ft1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What a broken, careless or hostile sender may put on a connection: frames made of damaged messages. */
final class WireBytes {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] DELIMITERS = "|^~\\&\r\n\u000b\u001c#$ ".getBytes(StandardCharsets.US_ASCII);
    private static final String[] WORDS = {
        "MSH|^~\\&|",
        "\rMSH|^~\\&|HIS|YB01|",
        "\rBHS|^~\\&|HIS",
        "\rBTS|2\r",
        "\rFTS|1\r",
        "FHS|^~\\&|HIS\r",
        "\rFT1|",
        "\rPID|",
        "\u000b",
        "\u001c\r",
        "\u001c",
        "\r\n",
        "䶮𬭚𠮷",
        "\uFEFF",
        "\"\"",
        "\\X0D\\",
        "|AL|AL|",
        "|NE|NE|",
        "99999999999999999999",
        "-1",
        "1E400",
        "\0",
        "UNICODE UTF-8",
        "GB2312",
        "DSC|1\r",
        "\u0085",
        "MSH",
        "|||||||||||"
    };
    private static final List<byte[]> SEEDS = seeds();

    private WireBytes() {}

    static Arbitrary<byte[]> any() {
        return Arbitraries.randomValue(WireBytes::of);
    }

    private static byte[] of(Random random) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (int frames = 1 + random.nextInt(4); frames > 0; frames--) {
            byte[] content = random.nextInt(12) == 0 ? noise(random) : damaged(random);
            frame(random, content, wire);
        }
        return wire.toByteArray();
    }

    private static byte[] damaged(Random random) {
        byte[] message = SEEDS.get(random.nextInt(SEEDS.size()));
        for (int n = random.nextInt(6); n > 0 && message.length > 0; n--) {
            message = damage(random, message);
        }
        return message;
    }

    private static byte[] damage(Random random, byte[] message) {
        // Half of the damage goes to the header, where it does most.
        int at = random.nextInt(random.nextBoolean() ? message.length : Math.min(message.length, 120));
        int length = Math.min(message.length - at, 1 + random.nextInt(40));
        return switch (random.nextInt(10)) {
            case 0 -> with(message, at, 1, (byte) (message[at] ^ 1 << random.nextInt(8)));
            case 1 -> with(message, at, 1, (byte) random.nextInt(256));
            case 2 -> with(message, at, 1, DELIMITERS[random.nextInt(DELIMITERS.length)]);
            case 3 -> with(message, at, 0, DELIMITERS[random.nextInt(DELIMITERS.length)]);
            case 4 -> with(message, at, length);
            case 5 -> Arrays.copyOf(message, at);
            case 6 -> with(message, at, 0, Arrays.copyOfRange(message, at, at + length));
            case 7 -> with(message, at, length, WORDS[random.nextInt(WORDS.length)].getBytes(charset(random)));
            case 8 -> splice(random, message, at);
            default -> withoutDelimiter(random, message);
        };
    }

    private static byte[] splice(Random random, byte[] message, int at) {
        byte[] other = SEEDS.get(random.nextInt(SEEDS.size()));
        int from = random.nextInt(other.length);
        return with(message, at, message.length - at, Arrays.copyOfRange(other, from, other.length));
    }

    /** All of one delimiter gone or doubled. */
    private static byte[] withoutDelimiter(Random random, byte[] message) {
        byte delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
        boolean doubled = random.nextBoolean();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte b : message) {
            int times = b != delimiter ? 1 : doubled ? 2 : 0;
            for (; times > 0; times--) {
                out.write(b);
            }
        }
        return out.toByteArray();
    }

    private static void frame(Random random, byte[] content, ByteArrayOutputStream wire) {
        int fault = random.nextInt(12);
        if (fault != 0) {
            wire.write(FrameReader.START);
        }
        if (fault == 1) {
            wire.write(FrameReader.START);
        }
        wire.writeBytes(content);
        if (fault != 2) {
            wire.write(FrameReader.END);
        }
        if (fault != 3) {
            wire.write(FrameReader.RETURN);
        }
        if (fault == 4) {
            wire.writeBytes(noise(random));
        }
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] with(byte[] message, int at, int instead, byte... put) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(message, 0, at);
        out.writeBytes(put);
        out.write(message, at + instead, message.length - at - instead);
        return out.toByteArray();
    }

    private static Charset charset(Random random) {
        return random.nextBoolean() ? StandardCharsets.UTF_8 : GB18030;
    }

    private static List<byte[]> seeds() {
        String charge = ft1(1, "T1", "CG", "2", "20.00", "10", "");
        String credit = ft1(2, "T2", "CD", "1", "10.00", "10", "T1");
        String bhs = "BHS|^~\\&|HIS|YB01|YBB|OFFICE|20261122||n||B1\r";
        String enhanced = admit("M5", "V2").replace("|2.5.1||||||", "|2.5.1|||AL|AL||");
        List<String> texts = List.of(
                admit("M1", "V1"),
                charges("M2", "V1", charge, credit),
                event("A03", "M3", "V1"),
                enhanced,
                enhanced.replace("M5", "M6").replace("|AL|AL|", "|SU|ER|"),
                admit("M7", "V7") + charges("M8", "V7", charge.replace("T1", "T7")),
                bhs + admit("M9", "V9") + charges("M10", "V9", charge.replace("T1", "T9")) + "BTS|2||20.00\r",
                "FHS|^~\\&|HIS|YB01\r" + bhs + event("A08", "M11", "V1") + "BTS|1\rFTS|1\r",
                charges("M12", "V1", charge).replace("|2.5.1|", "|2.3|"),
                admit("M13", "V13").replace("张^三", "王^䶮𬭚𠮷").replace("|2.5.1||||||", "|2.8||||||GB2312"),
                admit("M14", "V14").replace("\r", "\r\n"));
        List<byte[]> seeds = new ArrayList<>();
        texts.forEach(text -> {
            seeds.add(text.getBytes(StandardCharsets.UTF_8));
            seeds.add(text.getBytes(GB18030));
        });
        return List.copyOf(seeds);
    }
}
