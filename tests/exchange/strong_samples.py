"""Hand-made Strong files, one for each layout, all of the same training, and how to read them."""

# ruff: noqa: E501, RUF001 (a header is one line, and Turkish has a letter that looks like i)

from app.exchange.training_file import FileSet, TrainingFile

V1 = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2024-03-01 18:00:05," Push",1h 5m,"Bench Press (Barbell)",W,40.0,10,0,0,"","good day",
2024-03-01 18:00:05," Push",1h 5m,"Bench Press (Barbell)",1,60.0,8.0,0,0,"slow, ""very"" slow","",8.5
2024-03-01 18:00:05," Push",1h 5m,"Plank",1,0,0,0,90,,,
2024-03-03 07:30:00,"Run",21min,"Running",1,0,0,2.5,900,,,
"""
V2 = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE
2024-03-01 18:00:05,"Push",1h 5m,"Bench Press (Barbell)",W,40.0,10.0,0,0.0,
2024-03-01 18:00:05,"Push",1h 5m,"Bench Press (Barbell)",1,60.0,8.0,0,0.0,8.5
2024-03-01 18:00:05,"Push",1h 5m,"Plank",1,0,0,0,90.0,
2024-03-03 07:30:00,"Run",21min,"Running",1,0,0,2.5,900.0,
"""
OLDEST = """\
Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes
2024-03-01 18:00:05,"Push","Bench Press (Barbell)",W,40,10,0,0,"",""
2024-03-01 18:00:05,"Push","Bench Press (Barbell)",1,60,8,0,0,"",""
2024-03-01 18:00:05,"Push","Plank",1,0,0,0,90,"",""
2024-03-03 07:30:00,"Run","Running",1,0,0,2.5,900,"",""
"""
V3 = """\
Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes
2024-03-01 18:00:05;"Push";"Bench Press (Barbell)";W;40;kg;10;;;;0;"";""
2024-03-01 18:00:05;"Push";"Bench Press (Barbell)";1;60;kg;8;8.5;;;0;"first line
second; line";""
2024-03-01 18:00:05;"Push";"Plank";1;;;0;;;;90;;
2024-03-03 07:30:00;"Run";"Running";1;;;0;;2.5;km;900;;
"""
V3_WITHOUT_HEADER = V3.split("\n", 1)[1]
V4 = """\
Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes;Workout Notes
1;2024-03-01 18:00:05;Push;3900;Bench Press (Barbell);W;40;10;;;;;
1;2024-03-01 18:00:05;Push;3900;Bench Press (Barbell);Rest Timer;;;;;120;;
1;2024-03-01 18:00:05;Push;3900;Bench Press (Barbell);1;60,0;8;8,5;;;;
1;2024-03-01 18:00:05;Push;3900;Bench Press (Barbell);Note;;;;;;elbows in;
1;2024-03-01 18:00:05;Push;3900;Plank;1;;;;;90;;
2;2024-03-03 07:30:00;Run;1260;Running;1;;;;2500;900;;
"""
RENAMED = """\
date,workout_name,menu,set_order,weight,reps,distance,sec,note,workout_note,part
2024/3/1 18:00:05,Push,Bench Press (Barbell),W,40,10,0,0,,,chest
2024/3/1 18:00:05,Push,Bench Press (Barbell),1,60,8,0,0,,,chest
2024/3/1 18:00:05,Push,Plank,1,0,0,0,90,,,core
2024/3/3 7:30,Run,Running,1,0,0,2.5,900,,,legs
"""
GERMAN = """\
Datum;Workout-Name;Name der Übung;Reihenfolge festlegen;Gewicht;Wiederh.;RPE;Entfernung;Sekunden;Notizen;Workout-Notizen;Workout-Dauer
2024-03-01 18:00:05;Push;Bench Press (Barbell);W;40;10;;0;0;;;1 Std. 5 Min.
2024-03-01 18:00:05;Push;Bench Press (Barbell);1;60,0;8;8,5;0;0;;;1 Std. 5 Min.
2024-03-01 18:00:05;Push;Plank;1;0;0;;0;90;;;1 Std. 5 Min.
2024-03-03 07:30:00;Run;Running;1;0;0;;2,5;900;;;21 Min.
"""
FRENCH = """\
Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,Secondes,Notes,Notes d'entraînement,RPE
2024-03-01 18:00:05,Push,1h 5m,Bench Press (Barbell),W,40.0,10.0,0,0.0,,,
2024-03-01 18:00:05,Push,1h 5m,Bench Press (Barbell),1,60.0,8.0,0,0.0,,,8.5
2024-03-01 18:00:05,Push,1h 5m,Bench Press (Barbell),Minuteur de repos,0,0,0,90.0,,,
2024-03-01 18:00:05,Push,1h 5m,Plank,1,0,0,0,90.0,,,
2024-03-03 07:30:00,Run,21min,Running,1,0,0,2.5,900.0,,,
"""
PORTUGUESE = """\
Data,Nome do treino,Nome do exercício,Ordem da série,Peso,Reps,Distância,Segundos,Notas,Notas do treino,RPE
2024-03-01 18:00:05,Push,Bench Press (Barbell),A,40.0,10,0,0,,,
2024-03-01 18:00:05,Push,Bench Press (Barbell),1,60.0,8,0,0,,,8.5
2024-03-01 18:00:05,Push,Plank,1,0,0,0,90,,,
2024-03-03 07:30:00,Run,Running,1,0,0,2.5,900,,,
"""
SPANISH = """\
Fecha;Nombre de Entrenamiento;Nombre del Ejercicio;Orden de las series;Peso (kg);Reps;Segundos;Distancia (km)
2024-03-01 18:00:05;Push;Bench Press (Barbell);W;40;10;0;0
2024-03-01 18:00:05;Push;Bench Press (Barbell);1;60;8;0;0
2024-03-01 18:00:05;Push;Plank;1;0;0;90;0
2024-03-03 07:30:00;Run;Running;1;0;0;900;2,5
"""
TURKISH = """\
Tarih;Antrenman Adı;Süre;Egzersiz Adı;Set Sırası;Ağırlık;Ağırlık Birimi;Tekrar;RPE;Mesafe;Mesafe Birimi;Saniye;Notlar
2024-03-01 18:00:05;Push;1sa 5dk;Bench Press (Barbell);W;40;kg;10;;;;0;
2024-03-01 18:00:05;Push;1sa 5dk;Bench Press (Barbell);1;60;kg;8;8,5;;;0;
2024-03-01 18:00:05;Push;1sa 5dk;Plank;1;;;0;;;;90;
2024-03-03 07:30:00;Run;21dk;Running;1;;;0;;2,5;km;900;
"""
JAPANESE = """\
日付,ワークアウト名,エクササイズ名,セット順,重量,回数,距離,秒,メモ
2024年3月1日 18:00:05,Push,Bench Press (Barbell),W,40,10,0,0,
2024年3月1日 18:00:05,Push,Bench Press (Barbell),1,60,8,0,0,
2024年3月1日 18:00:05,Push,Plank,1,0,0,0,90,
2024年3月3日 7:30,Run,Running,1,0,0,2.5,900,
"""
UNKNOWN_WORDS = """\
qa,qb,qc,qd,qe,qf,qg,qh
2024-03-01 18:00:05,Push,Bench Press (Barbell),W,40,10,0,0
2024-03-01 18:00:05,Push,Bench Press (Barbell),1,60,8,0,0
2024-03-01 18:00:05,Push,Plank,1,0,0,0,90
2024-03-03 07:30:00,Run,Running,1,0,0,2.5,900
"""

LAYOUTS = {
    name.lower(): text
    for name, text in globals().items()
    if name.isupper() and isinstance(text, str)
}
STATING_THEIR_UNIT = frozenset({"v3", "v3_without_header", "v4", "spanish", "turkish"})


def header_lines(layout: str) -> int:
    return 0 if layout.endswith("without_header") else 1


def sets_of(file: TrainingFile) -> list[FileSet]:
    return [s for w in file.workouts for exercise in w.exercises for s in exercise.sets]


def strong(*rows: str) -> bytes:
    """V1 with these rows; a row is what stands from the exercise on, or a whole one."""
    first = "2024-03-01 18:00:00,Push,1h,"
    whole = (row if row.startswith("2") or not row else first + row for row in rows)
    return "\n".join([V1.split("\n", 1)[0], *whole, ""]).encode()
