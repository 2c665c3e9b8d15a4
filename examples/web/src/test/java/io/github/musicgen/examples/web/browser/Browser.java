package io.github.musicgen.examples.web.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.PointerInput.Origin;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser without a window, and what visitors do with it. It waits for what happens, however long a busy machine takes. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration KEY_DOWN = Duration.ofMillis(100);
    private static final Duration KEY_UP = Duration.ofMillis(30);
    private static final Pattern REQUESTED = Pattern.compile("\"url\":\"([a-z]+:[^\"]*)\"");

    private static final int LOW_ON_THE_KEY = 20;

    private static final String PAGE_WITHOUT_DUET = "/results.html"; // which does not write down whose duet it is

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start() {
        Chromium chromium = Chromium.find()
                .orElseThrow(() -> new IllegalStateException("neither chromium nor chromedriver is on the path"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .usingAnyFreePort()
                .build();
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.program().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--mute-audio", "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", logs);
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.resize(1440, 900);
        return browser;
    }

    // --- pages

    /** Opens a page as somebody who was never here. */
    void visit(String address) {
        driver.get(URI.create(address).resolve(PAGE_WITHOUT_DUET).toString());
        script("sessionStorage.clear(); localStorage.clear()");
        driver.get(address);
    }

    /** Runs a script in every page that is opened meanwhile, before the page's own. */
    void withScript(String script, Runnable meanwhile) {
        Map<String, Object> added =
                driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        try {
            meanwhile.run();
        } finally {
            driver.executeCdpCommand(
                    "Page.removeScriptToEvaluateOnNewDocument",
                    Map.of("identifier", Objects.requireNonNull(added.get("identifier"))));
        }
    }

    void reload() {
        driver.navigate().refresh();
    }

    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void prefer(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    void downloadTo(Path folder) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    // --- what is there

    @Nullable
    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The value of an expression of JavaScript, as text. */
    String value(String expression) {
        return String.valueOf(script("return " + expression));
    }

    double number(String expression) {
        return Double.parseDouble(value(expression));
    }

    /** The value of a promise, as text. */
    String promised(String expression) {
        return String.valueOf(driver.executeAsyncScript("const done = arguments[arguments.length - 1];" + "("
                + expression + ").then(done, (error) => done('failed: ' + error))"));
    }

    void waitUntil(String condition) {
        new WebDriverWait(driver, PATIENCE, LOOK_EVERY)
                .withMessage(
                        () -> "never came true: " + condition + "; the page says: " + value("document.body.innerText"))
                .until(any -> Boolean.TRUE.equals(script("return Boolean(" + condition + ")")));
    }

    void waitUntil(BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE, LOOK_EVERY).until(any -> condition.getAsBoolean());
    }

    WebElement element(String id) {
        return driver.findElement(By.id(id));
    }

    String text(String id) {
        return String.valueOf(element(id).getText());
    }

    /** How many pixels of a canvas have the color that a custom property of the style sheet names. */
    double pixels(String canvas, String property) {
        return number("(" + resource("pixels.js") + ")('" + canvas + "', '" + property + "').length");
    }

    /** The hue of a color in degrees and its chroma, given an expression of JavaScript for the color. */
    double[] hue(String color) {
        Map<?, ?> found =
                (Map<?, ?>) Objects.requireNonNull(script("return (" + resource("hue.js") + ")(" + color + ")"));
        return new double[] {real(found.get("hue")), real(found.get("chroma"))};
    }

    private static double real(@Nullable Object number) {
        return ((Number) Objects.requireNonNull(number)).doubleValue();
    }

    // --- what visitors do

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Plays keys of the computer one after the other, as fingers do. */
    void play(String keys) {
        Actions actions = new Actions(driver);
        for (String key : keys.split("", -1)) {
            if (!key.isEmpty()) {
                actions.keyDown(key).pause(KEY_DOWN).keyUp(key).pause(KEY_UP);
            }
        }
        actions.perform();
    }

    /** Clicks where a canvas has a color of the style sheet, and nothing lies above it. */
    void clickOnColor(String canvas, String property) {
        Map<?, ?> place = (Map<?, ?>) Objects.requireNonNull(script(
                "const canvas = document.getElementById(arguments[0]);"
                        + "const box = canvas.getBoundingClientRect();"
                        + "const all = (" + resource("pixels.js") + ")(...arguments)"
                        + ".filter(({ x, y }) => document.elementFromPoint(box.left + x, box.top + y) === canvas);"
                        + "const at = all[Math.floor(all.length / 2)];"
                        + "return { x: Math.round(at.x - box.width / 2), y: Math.round(at.y - box.height / 2) };",
                canvas,
                property));
        new Actions(driver)
                .moveToElement(element(canvas), whole(place.get("x")), whole(place.get("y")))
                .click()
                .perform();
    }

    private static int whole(@Nullable Object number) {
        return ((Number) Objects.requireNonNull(number)).intValue();
    }

    void holdKeyOfPiano(int pitch) {
        new Actions(driver).clickAndHold(keyOfPiano(pitch)).perform();
    }

    private WebElement keyOfPiano(int pitch) {
        return driver.findElement(By.cssSelector("[data-pitch='" + pitch + "']"));
    }

    /** A finger that goes down on a key, and slides to others. */
    Sequence finger(int number, int... pitches) {
        PointerInput finger = new PointerInput(PointerInput.Kind.TOUCH, "finger " + number);
        Sequence touch = new Sequence(finger, 0);
        for (int pitch : pitches) {
            boolean first = pitch == pitches[0];
            Duration slowly = first ? Duration.ZERO : KEY_DOWN;
            touch.addAction(finger.createPointerMove(slowly, Origin.fromElement(keyOfPiano(pitch)), 0, LOW_ON_THE_KEY));
            if (first) {
                touch.addAction(finger.createPointerDown(PointerInput.MouseButton.LEFT.asArg()));
            }
        }
        return touch;
    }

    /** Fingers that move at once, and stay where they are then. */
    void touch(Sequence... fingers) {
        driver.perform(List.of(fingers));
    }

    void liftFingers() {
        driver.resetInputState();
    }

    void letGo() {
        new Actions(driver).release().perform();
    }

    void click(String id) {
        driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element(id));
        element(id).click();
    }

    void focus(String id) {
        script("document.getElementById('" + id + "').focus()");
    }

    void escape() {
        press(Keys.ESCAPE);
    }

    /** Sets a control as a visitor does, whatever kind it is. */
    void set(String id, String value) {
        script(
                "const control = document.getElementById(arguments[0]); control.value = arguments[1];"
                        + "control.dispatchEvent(new Event('input', { bubbles: true }));"
                        + "control.dispatchEvent(new Event('change', { bubbles: true }));",
                id,
                value);
    }

    // --- what went on behind the scenes

    /** What the console was told since the last time it was read, warnings and errors alone. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.add(entry.getMessage());
            }
        }
        return complaints;
    }

    /** The addresses that were asked for since the last time they were read. */
    List<String> requests() {
        List<String> addresses = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            String message = entry.getMessage();
            if (message.contains("\"Network.requestWillBeSent\"") || message.contains("\"Network.webSocketCreated\"")) {
                Matcher url = REQUESTED.matcher(message);
                while (url.find()) {
                    addresses.add(url.group(1));
                }
            }
        }
        return addresses;
    }

    static String resource(String name) {
        try (InputStream in = Browser.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
