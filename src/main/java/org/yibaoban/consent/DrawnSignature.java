package org.yibaoban.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature drawn on a screen, as strokes of points on a ground of {@link #WIDTH} by {@link #HEIGHT}. It is kept as
 * points and never as an image that somebody sends.
 *
 * @param strokes each of at least one point
 */
public record DrawnSignature(List<List<Point>> strokes) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 200;

    private static final Pattern PATH = Pattern.compile("(?:M\\d{1,4} \\d{1,4}(?:L\\d{1,4} \\d{1,4})*)+");
    private static final Pattern STEP = Pattern.compile("([ML])(\\d{1,4}) (\\d{1,4})");
    private static final int MOST_POINTS = 20_000;
    private static final int LONGEST = 11 * MOST_POINTS;
    /** A dot or a slip of the pen is no signature. */
    private static final int LEAST_POINTS = 8;

    private static final int LEAST_SPAN = 20;

    /** A place on the ground, from the top left. */
    public record Point(int x, int y) {}

    public DrawnSignature {
        strokes = strokes.stream().map(List::copyOf).toList();
    }

    /**
     * Reads an SVG path of moves and straight lines, such as {@code M12 30L14 33}.
     *
     * @throws ConsentFault when it is none, leaves the ground, or is too little to be a signature
     */
    public static DrawnSignature parse(String path) {
        if (path == null || path.isBlank()) {
            throw new ConsentFault("签名 signature", "未签名 is blank");
        }
        if (path.length() > LONGEST || !PATH.matcher(path).matches()) {
            throw new ConsentFault("签名 signature", "无法读取 cannot be read");
        }
        List<List<Point>> strokes = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            if (step.group(1).equals("M")) {
                strokes.add(new ArrayList<>());
            }
            strokes.get(strokes.size() - 1)
                    .add(new Point(Integer.parseInt(step.group(2)), Integer.parseInt(step.group(3))));
        }
        DrawnSignature signature = new DrawnSignature(strokes);
        signature.refuseSlip();
        return signature;
    }

    /** The path that it was read from. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (List<Point> stroke : strokes) {
            String step = "M";
            for (Point point : stroke) {
                path.append(step).append(point.x()).append(' ').append(point.y());
                step = "L";
            }
        }
        return path.toString();
    }

    /** As a picture of its own. */
    public String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\"><path fill=\"none\" stroke=\"#000\" stroke-width=\"3\" stroke-linecap=\"round\""
                + " stroke-linejoin=\"round\" d=\"" + path() + "\"/></svg>";
    }

    private void refuseSlip() {
        List<Point> points = strokes.stream().flatMap(List::stream).toList();
        if (points.stream().anyMatch(point -> point.x() > WIDTH || point.y() > HEIGHT)) {
            throw new ConsentFault("签名 signature", "超出签名区 leaves its ground");
        }
        int wide = points.stream().mapToInt(Point::x).max().orElse(0)
                - points.stream().mapToInt(Point::x).min().orElse(0);
        if (points.size() < LEAST_POINTS || wide < LEAST_SPAN) {
            throw new ConsentFault("签名 signature", "笔画过少 is too little to be one");
        }
    }
}
