-- Made from expression.py: `make docs`.
WITH "t10" AS (
  SELECT
    "t9"."day",
    "t9"."link",
    "t9"."agent",
    "t9"."reader",
    COUNT(*) AS "lines"
  FROM (
    SELECT
      "t8"."day",
      "t8"."reader",
      "t8"."agent",
      CONCAT_WS(
        '
',
        COALESCE("t8"."article", ''),
        CASE WHEN "t8"."article" IS NOT NULL THEN '' ELSE "t8"."at" END,
        CASE
          WHEN COALESCE("t8"."source", '') <> ''
          THEN "t8"."source"
          ELSE CASE
            WHEN CONTAINS("t8"."query", 'utm_source=')
            THEN SPLIT_PART(SPLIT_PART("t8"."query", 'utm_source=', 2), '&', 1)
            ELSE ''
          END
        END,
        CASE
          WHEN COALESCE("t8"."content", '') <> ''
          THEN "t8"."content"
          ELSE CASE
            WHEN CONTAINS("t8"."query", 'utm_content=')
            THEN SPLIT_PART(SPLIT_PART("t8"."query", 'utm_content=', 2), '&', 1)
            ELSE ''
          END
        END,
        CASE
          WHEN CONTAINS("t8"."query", 'utm_id=')
          THEN SPLIT_PART(SPLIT_PART("t8"."query", 'utm_id=', 2), '&', 1)
          ELSE ''
        END,
        CASE
          WHEN "t8"."article" IS NOT NULL
          THEN ''
          ELSE CASE
            WHEN CONTAINS("t8"."query", 'utm_campaign=')
            THEN SPLIT_PART(SPLIT_PART("t8"."query", 'utm_campaign=', 2), '&', 1)
            ELSE ''
          END
        END
      ) AS "link"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t6"."day",
          "t6"."reader",
          "t6"."agent",
          "t6"."at",
          "t6"."query",
          "t2"."path",
          "t2"."article",
          "t2"."source",
          "t2"."content"
        FROM (
          SELECT
            COALESCE("t4"."day", '') AS "day",
            COALESCE("t4"."reader", '') AS "reader",
            CASE WHEN "t4"."agent" IS NULL THEN 'broken' ELSE "t4"."agent" END AS "agent",
            SPLIT_PART(SPLIT_PART("t4"."request", ' ', 2), '?', 1) AS "at",
            CASE
              WHEN CONTAINS("t4"."request", 'utm_')
              THEN SUBSTRING(
                SPLIT_PART("t4"."request", ' ', 2),
                STRPOS(SPLIT_PART("t4"."request", ' ', 2), 'utm_'),
                65536
              )
              ELSE ''
            END AS "query"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                SUBSTRING("t1"."before", STRPOS("t1"."before", '[') + 1, 11) AS "day",
                SUBSTRING("t1"."before", 1, STRPOS("t1"."before", '[') - 1) AS "reader",
                "t1"."request",
                SUBSTRING("t1"."status", 2, 3) AS "status",
                "t1"."referrer",
                "t1"."agent"
              FROM "lines" AS "t1"
            ) AS "t3"
            WHERE
              (
                "t3"."agent" IS NULL
              )
              OR (
                STARTS_WITH("t3"."request", 'GET /')
                AND "t3"."status" IN ('200', '301', '302', '304')
                AND (
                  CONTAINS("t3"."request", 'utm_')
                  OR NOT (
                    STARTS_WITH("t3"."referrer", $https) OR STARTS_WITH("t3"."referrer", $http)
                  )
                )
              )
          ) AS "t4"
        ) AS "t6"
        LEFT OUTER JOIN "landings" AS "t2"
          ON "t6"."at" = "t2"."path"
      ) AS "t7"
      WHERE
        (
          "t7"."article" IS NOT NULL
        )
        OR (
          "t7"."query" <> ''
        )
        OR (
          "t7"."agent" = 'broken'
        )
    ) AS "t8"
  ) AS "t9"
  GROUP BY
    1,
    2,
    3,
    4
)
SELECT
  "t17"."day",
  "t17"."link",
  "t17"."machine",
  COUNT(*) AS "visits",
  SUM("t17"."lines") AS "lines"
FROM (
  SELECT
    "t16"."day",
    CASE WHEN "t16"."machine" IN ('bot', 'broken') THEN '' ELSE "t16"."link" END AS "link",
    "t16"."agent",
    "t16"."reader",
    "t16"."lines",
    "t16"."machine"
  FROM (
    SELECT
      "t12"."day",
      "t12"."link",
      "t12"."agent",
      "t12"."reader",
      "t12"."lines",
      "t15"."machine"
    FROM "t10" AS "t12"
    INNER JOIN (
      SELECT
        "t13"."agent",
        CASE
          WHEN "t13"."agent" = 'broken'
          THEN 'broken'
          WHEN CONTAINS("t13"."agent", 'LinkedInBot')
          THEN 'linkedin'
          WHEN CONTAINS("t13"."agent", 'facebookexternalhit')
          THEN 'facebook'
          WHEN CONTAINS("t13"."agent", 'Twitterbot')
          THEN 'x'
          WHEN CONTAINS("t13"."agent", 'Bluesky Cardyb')
          THEN 'bluesky'
          WHEN CONTAINS("t13"."agent", 'Mastodon/')
          THEN 'mastodon'
          WHEN CONTAINS("t13"."agent", 'WhatsApp/')
          THEN 'whatsapp'
          WHEN CONTAINS("t13"."agent", 'Slackbot-LinkExpanding')
          THEN 'slack'
          WHEN CONTAINS("t13"."agent", 'SkypeUriPreview')
          THEN 'teams'
          WHEN CONTAINS("t13"."agent", 'MicrosoftPreview')
          THEN 'teams'
          WHEN (
            "t13"."agent" = ''
          )
          OR (
            "t13"."agent" = '-'
          )
          OR REGEXP_MATCHES("t13"."agent", $machines_0)
          OR REGEXP_MATCHES("t13"."agent", $machines_1)
          OR REGEXP_MATCHES("t13"."agent", $machines_2)
          OR REGEXP_MATCHES("t13"."agent", $machines_3)
          THEN 'bot'
          ELSE ''
        END AS "machine"
      FROM (
        SELECT DISTINCT
          "t11"."agent"
        FROM "t10" AS "t11"
      ) AS "t13"
    ) AS "t15"
      ON "t12"."agent" = "t15"."agent"
  ) AS "t16"
) AS "t17"
GROUP BY
  1,
  2,
  3
